package org.sonnerie.media.api;

/**
 * Names one programme of sounds played to one endpoint.
 *
 * @param text letters, digits, '-' and '_', 1 to 64 of them
 */
public record PlayId(String text) {
    /** Refuses what cannot stand in a log line or a JSON document as it is. */
    public PlayId {
        if (!text.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("not an id: " + text.length() + " characters");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
