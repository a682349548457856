package org.sonnerie.pbx.call;

import java.time.Instant;
import org.sonnerie.pbx.plan.PersonId;

/** Somebody who may do so wants to supervise a call, or does already and wants to otherwise. */
public sealed interface SupervisionEvent extends CallEvent.OfProgram {
    /**
     * He wants to be in the call; or, if he is, to be heard by others than before.
     *
     * @param at when
     * @param leg a name for his leg; means nothing where he has one
     * @param person who
     * @param manner who is to hear him
     * @param why as he typed it, 3 to 200 characters
     */
    record SupervisionWished(Instant at, LegId leg, PersonId person, Manner manner, String why)
            implements SupervisionEvent {}
}
