package org.sonnerie.pbx.signaling;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.RecordingWish;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.quality.PageSecond;
import org.sonnerie.pbx.room.RoomWish;
import org.sonnerie.pbx.runtime.HandOn;

/** What a page can say (docs/protocol.md). Each has an id and gets exactly one reply or error. */
sealed interface ClientMessage {
    /** The longest number or name that can be dialled, in characters. */
    int LONGEST_NUMBER = 64;

    /**
     * The message's id.
     *
     * @return a positive number, growing
     */
    long id();

    /**
     * The first message.
     *
     * @param ticket from {@code POST /phone/ticket}
     * @param resume the stream to be continued
     */
    record Hello(long id, String ticket, Optional<Resumption> resume) implements ClientMessage {
        /** Leaves the secrets out. */
        @Override
        public String toString() {
            return "Hello[" + id + "]";
        }
    }

    /** A broken stream as the page knows it. */
    record Resumption(String token, long lastSeq) {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Resumption[" + lastSeq + "]";
        }
    }

    /** Dials. */
    record PlaceCall(long id, String to, String sdp) implements ClientMessage {}

    /** Takes a caller out of a queue. */
    record Take(long id, CallId call, String sdp) implements ClientMessage {}

    /** Answers a ringing call. */
    record Answer(long id, CallId call, String sdp) implements ClientMessage {}

    /** Gives a live call new media. */
    record Attach(long id, CallId call, String sdp) implements ClientMessage {}

    /** Declines a ringing call. */
    record Decline(long id, CallId call) implements ClientMessage {}

    /** Gives up or hangs up. */
    record HangUp(long id, CallId call) implements ClientMessage {}

    /** Puts the other side on hold. */
    record Hold(long id, CallId call) implements ClientMessage {}

    /** Takes it back. */
    record Resume(long id, CallId call) implements ClientMessage {}

    /** Wants something of the recording of a call. */
    record Recording(long id, CallId call, RecordingWish wish) implements ClientMessage {}

    /** Keys pressed in a call. */
    record Digits(long id, CallId call, String digits) implements ClientMessage {}

    /** Hands a call on, or lets others into it. */
    record Hand(long id, CallId call, HandOn how) implements ClientMessage {}

    /** What the last seconds of a call sounded like on this page, the newest last. */
    record Facts(long id, CallId call, List<PageSecond> seconds) implements ClientMessage {
        /** The most that may be told at once. */
        static final int MOST_SECONDS = 10;

        /** Copies the list. */
        public Facts {
            seconds = List.copyOf(seconds);
        }
    }

    /** Wants something of a room he is in. */
    record InRoom(long id, RoomId room, RoomWish wish) implements ClientMessage {}

    /** Has somebody called into a room. */
    record Invite(long id, RoomId room, String to) implements ClientMessage {}

    /** Looks at how the people of the company are, or no longer. */
    record WatchPeople(long id, boolean on) implements ClientMessage {}

    /** Looks at who waits in the queues he serves, or no longer. */
    record WatchQueues(long id, boolean on) implements ClientMessage {}

    /** The person's own switch. */
    record Availability(long id, boolean available) implements ClientMessage {}

    /** Answers a probe. */
    record Probed(long id, String nonce, boolean canRing, Optional<Obstacle> obstacle)
            implements ClientMessage {}

    /** The page goes away. */
    record Leaving(long id) implements ClientMessage {}
}
