package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;

/** What must be done about names in people's own voices. */
public sealed interface NameEffect extends CallEffect.OfNames {
    /** How long a name can be. */
    Duration LONGEST = Duration.ofSeconds(4);

    /** Who says nothing for so long has said his name, or does not want to. */
    Duration PAUSE = Duration.ofMillis(1_500);

    /**
     * Say who of these has recorded his name. Answered by {@code NamesTold}.
     *
     * @param leg who is going to hear them
     * @param people whose
     */
    record AskNames(LegId leg, List<PersonId> people) implements NameEffect {
        /** Copies the list. */
        public AskNames {
            people = List.copyOf(people);
        }
    }

    /**
     * Record what a leg says from now on as a name. Answered by {@code MessageRecorded}: after
     * {@link #LONGEST}, a {@link #PAUSE}, {@code StopRecording} or a failure.
     *
     * @param leg who speaks
     * @param name names the recording
     * @param room at whose door he stands: it is heard only there and is gone when nobody is there
     *     any more; empty: nobody hears it before it is kept
     */
    record RecordName(LegId leg, MessageId name, Optional<RoomId> room) implements NameEffect {}

    /**
     * Say in a room who comes or leaves; by a tone only where names would disturb.
     *
     * @param leg who
     * @param room which room
     * @param tone instead
     * @param words his name and what he does
     */
    record AnnounceInRoom(
            LegId leg, RoomId room, CallEffect.ToneKind tone, List<CallEffect.CallSound> words)
            implements NameEffect {
        /** Copies the list. */
        public AnnounceInRoom {
            words = List.copyOf(words);
        }
    }
}
