package org.sonnerie.pbx.reports;

import java.util.List;

/**
 * How many calls.
 *
 * @param answered somebody answered
 * @param missed nobody did
 * @param toVoicemail nobody did, and the caller was led to a mailbox
 * @param talkMillis of all together
 */
public record Counts(long answered, long missed, long toVoicemail, long talkMillis) {
    /** None. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    /**
     * All.
     *
     * @return at least 0
     */
    public long calls() {
        return answered + missed + toVoicemail;
    }

    static Counts sum(List<Counts> some) {
        return some.stream().reduce(NONE, Counts::and);
    }

    Counts and(Counts more) {
        return new Counts(
                answered + more.answered,
                missed + more.missed,
                toVoicemail + more.toVoicemail,
                talkMillis + more.talkMillis);
    }
}
