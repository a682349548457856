package org.sonnerie.trunk.api;

/**
 * Names one leg carried by a trunk: a SIP dialog seen from outside. Stays the same while the call
 * lives.
 *
 * @param text letters, digits, '-' and '_', 1 to 64 of them
 */
public record TrunkCallId(String text) {
    /** Refuses what cannot stand in a log line or a JSON document as it is. */
    public TrunkCallId {
        if (!text.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("not an id: " + text.length() + " characters");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
