package org.sonnerie.pbx.history;

import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.plan.Keyword;

/** Why a leg or a call ended, as a phrase that can follow a colon. Pure. */
public final class EndWords {
    private EndWords() {}

    /**
     * In words.
     *
     * @param why the reason
     * @return a phrase without a full stop
     */
    public static Sentence of(EndReason why) {
        return Sentence.of("end." + Keyword.of(why));
    }
}
