package org.sonnerie.pbx.history;

import java.util.Locale;
import org.sonnerie.pbx.call.EndReason;

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
        return Sentence.of("end." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
