package org.sonnerie.pbx.call;

import org.sonnerie.pbx.plan.Ids;

/**
 * Names the recording of a call or a conference.
 *
 * @param text {@code <call>-c<n>} for a call: no two make the same
 */
public record RecordingId(String text) {
    /** Refuses what cannot stand in a log line, a URL or a file name as it is. */
    public RecordingId {
        Ids.check(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
