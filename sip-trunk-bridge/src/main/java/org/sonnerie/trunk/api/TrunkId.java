package org.sonnerie.trunk.api;

/**
 * Names one trunk: an account with, or an address of, a carrier.
 *
 * @param text letters, digits, '-' and '_', 1 to 64 of them
 */
public record TrunkId(String text) {
    /** Refuses what cannot stand in a log line or a JSON document as it is. */
    public TrunkId {
        if (!text.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("not an id: " + text.length() + " characters");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
