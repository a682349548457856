package org.sonnerie.pbx.call;

import org.sonnerie.pbx.plan.Ids;

/**
 * Names a call; the same over reload, transfer and restart.
 *
 * @param text letters, digits, '-' and '_', 1 to 64 of them
 */
public record CallId(String text) {
    /** Refuses what cannot stand in a log line, a URL or a JSON document as it is. */
    public CallId {
        Ids.check(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
