package org.sonnerie.pbx.call;

import org.sonnerie.pbx.plan.Ids;

/**
 * Names one party's half of a call; also names its media endpoint and its trunk call.
 *
 * @param text letters, digits, '-' and '_', 1 to 64 of them
 */
public record LegId(String text) {
    /** Refuses what cannot stand in a log line, a URL or a JSON document as it is. */
    public LegId {
        Ids.check(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
