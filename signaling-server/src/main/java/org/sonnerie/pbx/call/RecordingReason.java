package org.sonnerie.pbx.call;

import java.util.Optional;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;

/** Why and how long a call was recorded. */
public sealed interface RecordingReason extends FeatureReason {
    /**
     * It begins.
     *
     * @param by who asked for it; empty: the plan says so
     */
    record Began(Optional<PersonId> by) implements RecordingReason {}

    /**
     * It is to begin, but somebody has to agree first.
     *
     * @param by who wants that
     */
    record Wanted(PersonId by) implements RecordingReason {}

    /**
     * Somebody is asked whether he agrees.
     *
     * @param who as shown
     */
    record Asked(Named who) implements RecordingReason {}

    /**
     * He agrees.
     *
     * @param who as shown
     */
    record Agreed(Named who) implements RecordingReason {}

    /**
     * He does not agree.
     *
     * @param who as shown
     * @param said he has said so; false: he has not answered
     */
    record Refused(Named who, boolean said) implements RecordingReason {}

    /**
     * It is silent for a while.
     *
     * @param by who wants that
     */
    record Paused(PersonId by) implements RecordingReason {}

    /**
     * It goes on.
     *
     * @param by who wants that
     */
    record Resumed(PersonId by) implements RecordingReason {}

    /**
     * It is over.
     *
     * @param by who wants that; empty: with the talk
     */
    record Ended(Optional<PersonId> by) implements RecordingReason {}

    /**
     * The conference he is in is recorded, or no longer.
     *
     * @param room which
     * @param recorded true: from now on
     */
    record Conference(RoomId room, boolean recorded) implements RecordingReason {}

    /** It could not be written, or is as long as one can be. */
    record Broke() implements RecordingReason {}

    /**
     * Somebody did not hear that he is recorded, and is not.
     *
     * @param who as shown
     */
    record NotTold(Named who) implements RecordingReason {}
}
