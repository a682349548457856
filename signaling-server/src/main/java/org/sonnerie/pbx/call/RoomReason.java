package org.sonnerie.pbx.call;

import java.util.Optional;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;

/** Why it went as it did at a conference room. */
public sealed interface RoomReason extends FeatureReason {
    /**
     * The owner of a personal room is let in without a PIN.
     *
     * @param room which
     * @param owner who
     */
    record OwnRoom(RoomId room, PersonId owner) implements RoomReason {}

    /**
     * Somebody comes by a guest link.
     *
     * @param room which
     * @param name as he gave it
     */
    record ComesAsGuest(RoomId room, String name) implements RoomReason {}

    /**
     * A moderator has somebody called into the room.
     *
     * @param room which
     * @param by who
     * @param dialled whom he wants
     */
    record CalledIn(RoomId room, PersonId by, String dialled) implements RoomReason {}

    /**
     * Whoever was called into a room answered.
     *
     * @param room which
     */
    record Accepted(RoomId room) implements RoomReason {}

    /**
     * Too many PINs were wrong within an hour: none is compared now.
     *
     * @param room which
     */
    record PinsBlocked(RoomId room) implements RoomReason {}

    /**
     * How somebody is announced in a room that announces names.
     *
     * @param room which
     * @param how where his name is from
     */
    record Introduced(RoomId room, How how) implements RoomReason {
        /** Where his name is from. */
        public enum How {
            /** He recorded it once for all. */
            RECORDED,
            /** He said it at the door. */
            AT_THE_DOOR,
            /** He did not say it. */
            NOT
        }
    }

    /**
     * Somebody has to wait.
     *
     * @param room which
     * @param standing for the moderator, or because it is locked
     */
    record Waits(RoomId room, Standing standing) implements RoomReason {}

    /**
     * Somebody who waited is in.
     *
     * @param room which
     */
    record LetIn(RoomId room) implements RoomReason {}

    /**
     * Somebody is not heard any more, or is heard again.
     *
     * @param room which
     * @param silence why not; NONE: he is heard again
     */
    record Silenced(RoomId room, Silence silence) implements RoomReason {}

    /**
     * Somebody has to leave.
     *
     * @param room which
     * @param why removed, or it is over for all
     * @param by which moderator; empty: none is left
     */
    record TurnedOut(RoomId room, EndReason why, Optional<String> by) implements RoomReason {}
}
