package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.List;

/**
 * A call as whoever looks after the company sees it: who with whom, and how it stands.
 *
 * @param call the call
 * @param state what is going on
 * @param began the first event
 * @param since when what is going on began, where that is known; else as {@code began}
 * @param caller who is led: the caller, until a transfer puts another in his place
 * @param others whom he talks to; while he talks to nobody, where he is being led: one
 * @param approach by which way it came
 */
public record CallGlance(
        CallId call,
        State state,
        Instant began,
        Instant since,
        Named caller,
        List<Named> others,
        Approach approach) {
    /** Copies the list. */
    public CallGlance {
        others = List.copyOf(others);
    }

    /** What is going on. */
    public enum State {
        /** Others are called, nothing rings yet. */
        CALLING,
        /** It rings. */
        RINGING,
        /** The caller waits in a queue. */
        WAITING,
        /** Two or more talk. */
        TALKING,
        /** One has put the other on hold. */
        ON_HOLD,
        /** One asks somebody else while the other waits. */
        CONSULTING,
        /** The caller waits in a slot. */
        PARKED,
        /** A page is being taken back. */
        RECONNECTING,
        /** The caller hears a menu or an announcement, or listens to something. */
        LISTENING,
        /** The caller leaves a message. */
        LEAVING_MESSAGE,
        /** The caller is in a conference room, or at its door. */
        IN_ROOM,
        /** The caller hears why it ends. */
        ENDING
    }

    /** Between whom it is. */
    public enum Direction {
        /** Between people of the company. */
        INSIDE,
        /** Somebody from outside calls. */
        IN,
        /** Somebody of the company calls outside. */
        OUT
    }

    /**
     * How it came.
     *
     * @param direction between whom
     * @param dialled what was typed, or the number called; may be empty
     * @param via through what, such as a group's name; may be empty
     */
    public record Approach(Direction direction, String dialled, String via) {}
}
