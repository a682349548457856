package org.sonnerie.pbx.plan;

/**
 * Names a list of callers.
 *
 * @param text letters, digits, '-' and '_', 1 to 64 of them
 */
public record CallerListId(String text) {
    /** Refuses what cannot stand in a log line, a URL or a JSON document as it is. */
    public CallerListId {
        Ids.check(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
