package org.sonnerie.media.api;

/**
 * Names one recording of one endpoint, or of a call.
 *
 * @param text letters, digits, '-' and '_', 1 to 64 of them
 */
public record RecordingId(String text) {
    /** Refuses what cannot stand in a log line or a JSON document as it is. */
    public RecordingId {
        if (!text.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("not an id: " + text.length() + " characters");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
