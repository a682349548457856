package org.sonnerie.pbx.call;

import org.sonnerie.pbx.plan.Ids;

/**
 * Names one programme of sounds that a leg hears.
 *
 * @param text letters, digits, '-' and '_', 1 to 64 of them
 */
public record PlayId(String text) {
    /** Refuses what cannot stand in a log line, a URL or a JSON document as it is. */
    public PlayId {
        Ids.check(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
