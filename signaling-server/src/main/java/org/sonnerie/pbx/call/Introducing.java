package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.RoomId;

/**
 * Whoever comes to a room that announces names has been let in and says his, unless he has recorded
 * it before.
 *
 * @param room which
 * @param role by which PIN he came
 * @param step how far it is
 * @param name what is being recorded; empty: nothing yet
 * @param hears what is being said
 * @param until when it goes on by itself
 */
record Introducing(
        RoomId room,
        SecretRole role,
        Step step,
        Optional<MessageId> name,
        Hears hears,
        Instant until)
        implements Stage.Alone {
    /** How far it is. */
    enum Step {
        /** It is asked whether he has recorded it. */
        ASKING,
        /** He is asked for it; then comes the tone. */
        TONE,
        /** He speaks. */
        RECORDING,
        /** The relay closes the file. */
        ENDING
    }

    Introducing at(Step next, Optional<MessageId> spoken, Hears said, Instant end) {
        return new Introducing(room, role, next, spoken, said, end);
    }

    boolean records() {
        return step == Step.RECORDING || step == Step.ENDING;
    }
}
