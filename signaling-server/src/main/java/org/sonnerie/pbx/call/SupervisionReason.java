package org.sonnerie.pbx.call;

import org.sonnerie.pbx.plan.PersonId;

/** Why a call was supervised. */
public sealed interface SupervisionReason extends FeatureReason {
    /**
     * His phone is rung for it.
     *
     * @param by who supervises
     * @param manner who is to hear him
     * @param why as he typed it
     */
    record Wished(PersonId by, Manner manner, String why) implements SupervisionReason {}

    /**
     * He is in the call from now on.
     *
     * @param by who supervises
     * @param manner who hears him
     */
    record Began(PersonId by, Manner manner) implements SupervisionReason {}

    /**
     * Others hear him than before.
     *
     * @param by who supervises
     * @param manner who hears him
     */
    record Changed(PersonId by, Manner manner) implements SupervisionReason {}

    /**
     * He is in the call no longer, or has never come.
     *
     * @param by who supervised
     */
    record Ended(PersonId by) implements SupervisionReason {}
}
