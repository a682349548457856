package org.sonnerie.pbx.signaling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sonnerie.pbx.queues.QueueBoard;
import org.sonnerie.pbx.room.RoomView;
import org.sonnerie.pbx.runtime.PageId;

/** What a page is told (docs/protocol.md). The stream adds the sequence number. */
sealed interface ServerMessage {
    /**
     * The answer to hello.
     *
     * @param id hello's
     * @param stream the stream this is the beginning or the continuation of
     * @param me whose phone this is
     * @param company the company
     * @param available the person's own switch
     * @param directory who can be called, without the person
     * @param calls the live ones
     */
    record Welcome(
            long id,
            StreamFacts stream,
            Me me,
            CompanyCard company,
            boolean available,
            List<Entry> directory,
            List<ShownCall> calls)
            implements ServerMessage {
        /** Copies the lists. */
        public Welcome {
            directory = List.copyOf(directory);
            calls = List.copyOf(calls);
        }
    }

    /**
     * A stream.
     *
     * @param resumed whether it goes on
     * @param token with which it is continued
     * @param page the page's name
     * @param now the server's time: the page's may be hours off
     */
    record StreamFacts(boolean resumed, String token, PageId page, Instant now) {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "StreamFacts[" + page + "]";
        }
    }

    /** Whose phone this is. */
    record Me(String person, String name, String extension) {}

    /** The company, as the page needs it. */
    record CompanyCard(String name, String country, boolean demo) {}

    /** Somebody who can be called. */
    record Entry(String name, String extension) {}

    /**
     * Done.
     *
     * @param id the message's
     * @param call the call that was placed
     * @param sdp the relay's answer
     */
    record Reply(long id, Optional<ShownCall> call, Optional<String> sdp) implements ServerMessage {
        static Reply done(long id) {
            return new Reply(id, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Not done.
     *
     * @param id the message's; empty if it had none
     * @param code why
     * @param message in English, for developers
     */
    record Refused(OptionalLong id, ErrorCode code, String message) implements ServerMessage {}

    /** A call changed. */
    record CallChanged(ShownCall call) implements ServerMessage {}

    /** To be answered at once. */
    record Probe(String nonce) implements ServerMessage {}

    /** Whether the person's phone rings now, and if not, why. */
    record AvailabilityChanged(boolean available, boolean reachable, Optional<Obstacle> obstacle)
            implements ServerMessage {}

    /** How many messages of the person's mailboxes nobody has heard. */
    record VoicemailWaits(int unheard) implements ServerMessage {}

    /** The conference rooms as the person may see them. */
    record Rooms(List<RoomView> rooms) implements ServerMessage {
        /** Copies the list. */
        public Rooms {
            rooms = List.copyOf(rooms);
        }
    }

    /**
     * How people of the company are.
     *
     * @param members of the message's object, written once for all pages it goes to
     */
    record People(String members) implements ServerMessage {}

    /**
     * Who waits in queues that the person serves.
     *
     * @param anew true: what was told before is forgotten
     * @param queues those told of
     */
    record Queues(boolean anew, List<QueueBoard.Served> queues) implements ServerMessage {
        /** Copies the list. */
        public Queues {
            queues = List.copyOf(queues);
        }
    }

    /** The socket closes after it. */
    record Goodbye(Farewell reason) implements ServerMessage {}

    /** Why the socket closes. */
    enum Farewell {
        /** The session is over. */
        SIGNED_OUT,
        /** The server stops. */
        SERVER_STOPS
    }
}
