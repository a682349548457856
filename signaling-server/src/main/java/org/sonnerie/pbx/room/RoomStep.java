package org.sonnerie.pbx.room;

import java.util.List;
import org.sonnerie.pbx.call.CallEvent;

/**
 * What an event made of a room.
 *
 * @param room as it is now
 * @param told what its calls are told, in this order
 * @param outcome whether a wish was fulfilled
 */
public record RoomStep(Conference room, List<CallEvent.OfRoom> told, Outcome outcome) {
    /** Copies the list. */
    public RoomStep {
        told = List.copyOf(told);
    }

    /** Whether a wish was fulfilled. */
    public enum Outcome {
        /** It was, or nothing was wanted. */
        DONE,
        /** Only a moderator who is in may want that. */
        NOT_MODERATOR,
        /** The plan does not allow it. */
        NOT_ALLOWED,
        /** Whoever wants it is not in the room, or whom it is about is not. */
        NOBODY
    }
}
