package org.sonnerie.pbx.call;

import org.sonnerie.pbx.plan.Ids;

/**
 * Names a message left in a mailbox.
 *
 * @param text {@code <call>-r<n>}: no two calls make the same
 */
public record MessageId(String text) {
    /** Refuses what cannot stand in a log line, a URL or a file name as it is. */
    public MessageId {
        Ids.check(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
