package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.plan.TrunkId;

/** What must be done in the world. Carries ids, so that performing one twice is harmless. */
public sealed interface CallEffect {
    /** How long a message can be. */
    Duration LONGEST_MESSAGE = Duration.ofMinutes(5);

    /**
     * The leg it concerns.
     *
     * @return its id
     */
    LegId leg();

    /**
     * Let a person's phones ring. Answered by {@code LegRinging}, then {@code LegAnswered} or
     * {@code LegEnded}; {@code LegEnded(UNREACHABLE)} at once where no phone of his can ring,
     * {@code PhoneAsleep} where his browser can be woken.
     *
     * @param leg new leg
     * @param person whose phones
     */
    record RingPerson(LegId leg, PersonId person) implements CallEffect {}

    /**
     * Wake the browser of a person whose pages sleep. Answered by {@code LegRinging} once it shows
     * the call, by {@code PhoneNotWoken} if it does not within 10 s.
     *
     * @param leg a leg that is tried
     * @param person whose
     */
    record WakePerson(LegId leg, PersonId person) implements CallEffect {}

    /**
     * Call a number over a trunk. Answered by the same events, {@code EarlyMedia} among them.
     *
     * @param leg new leg
     * @param trunk over which trunk
     * @param number E.164 with "+", or short
     * @param caller the number shown; empty: withheld
     * @param callerName the name shown; may be empty
     */
    record CallOutside(
            LegId leg, TrunkId trunk, String number, Optional<String> caller, String callerName)
            implements CallEffect {}

    /**
     * Say in which order the members of a group are rung now. Answered by {@code MembersOrdered}.
     *
     * @param leg for whom
     * @param group whose members
     */
    record OrderMembers(LegId leg, GroupId group) implements CallEffect {}

    /**
     * Say how it stands in a queue. Answered by {@code QueueTold}.
     *
     * @param leg who waits
     * @param queue in which queue
     */
    record AskQueue(LegId leg, QueueId queue) implements CallEffect {}

    /**
     * Tell an outside caller that it rings (180).
     *
     * @param leg an inbound trunk leg
     */
    record SignalRinging(LegId leg) implements CallEffect {}

    /**
     * Answer an outside caller (200).
     *
     * @param leg an inbound trunk leg
     */
    record AnswerTrunk(LegId leg) implements CallEffect {}

    /**
     * End a leg: stop its ringing, refuse, cancel or hang up, and free its media. Comes exactly
     * once for each leg that ever was, also for one whose own {@code LegEnded} told that it is
     * over.
     *
     * @param leg which
     * @param reason why
     */
    record EndLeg(LegId leg, EndReason reason) implements CallEffect {}

    /**
     * Say what a leg hears from now on.
     *
     * @param leg who hears
     * @param hears what
     */
    record Hear(LegId leg, Hears hears) implements CallEffect {}

    /**
     * Say whether a leg's voice is passed on.
     *
     * @param leg whose voice
     * @param muted true: nobody hears it
     */
    record Mute(LegId leg, boolean muted) implements CallEffect {}

    /**
     * Send keys to a leg's far end.
     *
     * @param leg who receives them
     * @param digits 0-9 * # A-D
     */
    record SendDigits(LegId leg, String digits) implements CallEffect {}

    /**
     * Collect digits up to "#" and compare them with a room's PINs; they never become events.
     * Answered by {@code SecretAccepted}, {@code SecretRefused} (wrong, or 10 s without a key) or
     * {@code SecretBlocked}.
     *
     * @param leg who types
     * @param room whose PIN
     */
    record CollectRoomPin(LegId leg, RoomId room) implements CallEffect {}

    /**
     * Collect digits up to "#" and compare them with the PIN of a person's mailbox; they never
     * become events. Answered as {@link CollectRoomPin}.
     *
     * @param leg who types
     * @param extension the person's, as typed: there may be nobody, or no PIN
     */
    record CollectMailboxPin(LegId leg, String extension) implements CallEffect {}

    /**
     * Record what a leg says from now on as a message. Answered by {@code MessageRecorded}: after
     * {@link #LONGEST_MESSAGE}, a long silence, {@link StopRecording} or a failure. What is
     * recorded when the leg ends is kept.
     *
     * @param leg who speaks
     * @param message its name
     * @param box for which mailbox
     * @param caller who speaks, as shown
     */
    record RecordMessage(LegId leg, MessageId message, MailboxId box, Named caller)
            implements CallEffect {}

    /**
     * End a recording.
     *
     * @param leg who speaks
     * @param message which
     */
    record StopRecording(LegId leg, MessageId message) implements CallEffect {}

    /**
     * A message is urgent.
     *
     * @param leg who left it
     * @param message which
     */
    record MarkUrgent(LegId leg, MessageId message) implements CallEffect {}

    /**
     * A message is not wanted, by who left it or by whom it is for.
     *
     * @param leg whose wish it is
     * @param message which
     */
    record DropMessage(LegId leg, MessageId message) implements CallEffect {}

    /**
     * A message that was deleted is wanted after all.
     *
     * @param leg whose wish it is
     * @param message which
     */
    record RestoreMessage(LegId leg, MessageId message) implements CallEffect {}

    /**
     * A copy of a message goes to another mailbox.
     *
     * @param leg whose wish it is
     * @param message which
     * @param box where to
     */
    record ForwardMessage(LegId leg, MessageId message, MailboxId box) implements CallEffect {}

    /**
     * Tell which messages wait. Answered by {@code MessagesListed}.
     *
     * @param leg who asks
     * @param box of which mailbox
     */
    record ListMessages(LegId leg, MailboxId box) implements CallEffect {}

    /**
     * A message is being heard.
     *
     * @param leg who hears it
     * @param message which
     */
    record MarkHeard(LegId leg, MessageId message) implements CallEffect {}

    /**
     * Somebody comes to a room, or comes anew. Answered by {@code Seated}.
     *
     * @param leg who
     * @param room which room
     * @param role by which PIN
     * @param who as shown
     */
    record EnterRoom(LegId leg, RoomId room, SecretRole role, Named who) implements CallEffect {}

    /**
     * Somebody leaves a room, or the door of it.
     *
     * @param leg who
     * @param room which room
     */
    record LeaveRoom(LegId leg, RoomId room) implements CallEffect {}

    /**
     * Somebody in a room asks something of it by a star and a key.
     *
     * @param leg who
     * @param room which room
     * @param digit the key
     */
    record PressInRoom(LegId leg, RoomId room, char digit) implements CallEffect {}

    /**
     * Play sounds to everybody in a room.
     *
     * @param leg the leg that is the cause
     * @param room which room
     * @param sounds in order
     */
    record PlayInRoom(LegId leg, RoomId room, List<CallSound> sounds) implements CallEffect {
        /** Copies the list. */
        public PlayInRoom {
            sounds = List.copyOf(sounds);
        }
    }

    /** About a mailbox itself, and its greetings. */
    sealed interface OfMailbox extends CallEffect permits MailboxEffect {}

    /** About names in people's own voices. */
    sealed interface OfNames extends CallEffect permits NameEffect {}

    /** About the call's recording. */
    sealed interface OfRecording extends CallEffect permits RecordingEffect {}

    /** What a leg can hear. */
    sealed interface Hears {
        /** Nothing. */
        record Nothing() implements Hears {}

        /** Itself. */
        record Itself() implements Hears {}

        /**
         * Another leg.
         *
         * @param leg whose voice
         */
        record Other(LegId leg) implements Hears {}

        /**
         * A conference room.
         *
         * @param room which
         */
        record Room(RoomId room) implements Hears {}

        /** All others of the call who hear this, and they it. */
        record Together() implements Hears {}

        /**
         * All others of the call who hear {@link Together}, as one who supervises it.
         *
         * @param manner who of them hears him
         * @param supervised to whom he may whisper
         */
        record Supervised(Manner manner, LegId supervised) implements Hears {}

        /**
         * Sounds one after another.
         *
         * @param play named in {@code PlayEnded}
         * @param sounds in order, at least one
         * @param repeat for ever
         */
        record Programme(PlayId play, List<CallSound> sounds, boolean repeat) implements Hears {
            /** Copies the list. */
            public Programme {
                sounds = List.copyOf(sounds);
            }
        }
    }

    /** A sound as the call machine names it; the relay's adapter finds the recording. */
    sealed interface CallSound {
        /**
         * A spoken prompt.
         *
         * @param name such as {@code menu-welcome}
         * @param language which the caller chose; empty: the company's
         */
        record Prompt(String name, Optional<String> language) implements CallSound {
            /**
             * In the company's language.
             *
             * @param name such as {@code menu-welcome}
             */
            public Prompt(String name) {
                this(name, Optional.empty());
            }
        }

        /** The company's hold music. */
        record HoldMusic() implements CallSound {}

        /**
         * A call progress tone of the company's country.
         *
         * @param kind which
         */
        record Tone(ToneKind kind) implements CallSound {}

        /**
         * A message that was left.
         *
         * @param id which
         */
        record Message(MessageId id) implements CallSound {}

        /**
         * Silence.
         *
         * @param millis how long
         */
        record Pause(int millis) implements CallSound {}
    }

    /** Call progress and room tones. */
    enum ToneKind {
        /** The callee's phone rings. */
        RING_BACK,
        /** Busy. */
        BUSY,
        /** Not carried. */
        ERROR,
        /** No such number. */
        UNOBTAINABLE,
        /** From now on it is recorded. */
        BEEP,
        /** Somebody entered. */
        ENTER,
        /** Somebody left. */
        LEAVE
    }
}
