package org.sonnerie.pbx.runtime;

import org.sonnerie.pbx.plan.Ids;

/**
 * Names one loaded page of a browser phone: a reload is a new page.
 *
 * @param text letters, digits, '-' and '_', 1 to 64 of them
 */
public record PageId(String text) {
    /** Refuses what cannot stand in a log line, a URL or a JSON document as it is. */
    public PageId {
        Ids.check(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
