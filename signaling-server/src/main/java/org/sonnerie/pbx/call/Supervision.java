package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.Optional;
import org.sonnerie.pbx.plan.PersonId;

/**
 * Somebody who supervises a call. His leg is on no way through the company: he is no party, is not
 * recorded, and nothing hangs on him.
 *
 * @param leg his
 * @param person who he is
 * @param supervised the leg of the person of the company whom he supervises
 * @param manner who hears him
 * @param until while his phone rings: for how long
 */
record Supervision(
        LegId leg, PersonId person, LegId supervised, Manner manner, Optional<Instant> until) {
    Supervision in(Manner next) {
        return new Supervision(leg, person, supervised, next, until);
    }

    Supervision answered() {
        return new Supervision(leg, person, supervised, manner, Optional.empty());
    }

    boolean has(LegId one) {
        return leg.equals(one);
    }

    /** Whether a leg hears him, once he is there. */
    boolean isHeardBy(LegId one) {
        return switch (manner) {
            case LISTEN -> false;
            case WHISPER -> supervised.equals(one);
            case BARGE -> true;
        };
    }
}
