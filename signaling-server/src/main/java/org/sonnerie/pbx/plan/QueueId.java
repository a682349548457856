package org.sonnerie.pbx.plan;

/**
 * Names a queue.
 *
 * @param text letters, digits, '-' and '_', 1 to 64 of them
 */
public record QueueId(String text) {
    /** Refuses what cannot stand in a log line, a URL or a JSON document as it is. */
    public QueueId {
        Ids.check(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
