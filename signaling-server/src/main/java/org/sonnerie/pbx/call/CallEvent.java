package org.sonnerie.pbx.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.plan.TrunkId;

/**
 * What happens to a call. An event is written to the log before its effects are performed; it never
 * holds a secret, an SDP or sound. One that means nothing in the call's state changes nothing.
 */
public sealed interface CallEvent {
    /**
     * When it happened.
     *
     * @return on the server's clock
     */
    Instant at();

    /**
     * A person of the company dials. The first event of a call made from a phone.
     *
     * @param at when
     * @param leg the dialling person's leg
     * @param person who dials
     * @param dialled what was typed, at most 64 characters
     * @param destination where the plan says it leads
     */
    record Dialled(Instant at, LegId leg, PersonId person, String dialled, Destination destination)
            implements CallEvent {}

    /**
     * A call comes in over a trunk. The first event of a call from outside.
     *
     * @param at when
     * @param leg the outside caller's leg
     * @param trunk over which trunk
     * @param called the number called
     * @param caller the caller's number; empty: withheld
     * @param callerName as shown by the carrier; may be empty
     * @param destination where the plan says the number leads
     */
    record Arrived(
            Instant at,
            LegId leg,
            TrunkId trunk,
            String called,
            Optional<String> caller,
            String callerName,
            Destination destination)
            implements CallEvent {}

    /**
     * A moderator has somebody called into a room. The first event of such a call.
     *
     * @param at when
     * @param leg of whom is called
     * @param room which room
     * @param by the moderator
     * @param dialled what he typed
     * @param destination a person, or a number that may be called
     */
    record Invited(
            Instant at,
            LegId leg,
            RoomId room,
            PersonId by,
            String dialled,
            Destination destination)
            implements CallEvent {}

    /**
     * Somebody comes to a room by a guest link. The first event of such a call.
     *
     * @param at when
     * @param leg his leg, which has sound
     * @param room which room
     * @param name as he gave it
     */
    record GuestCame(Instant at, LegId leg, RoomId room, String name) implements CallEvent {}

    /**
     * A callee's phone rings.
     *
     * @param at when
     * @param leg whose
     */
    record LegRinging(Instant at, LegId leg) implements CallEvent {}

    /**
     * The carrier sends sound before the answer.
     *
     * @param at when
     * @param leg whose
     */
    record EarlyMedia(Instant at, LegId leg) implements CallEvent {}

    /**
     * A callee answered.
     *
     * @param at when
     * @param leg whose
     */
    record LegAnswered(Instant at, LegId leg) implements CallEvent {}

    /**
     * A leg is over, by whichever side: hung up, declined, refused, unreachable.
     *
     * @param at when
     * @param leg whose
     * @param reason why
     */
    record LegEnded(Instant at, LegId leg, EndReason reason) implements CallEvent {}

    /**
     * A key was pressed on a leg that is not being asked for a secret.
     *
     * @param at when
     * @param leg whose
     * @param digit one of 0-9 * # A-D
     */
    record DigitPressed(Instant at, LegId leg, char digit) implements CallEvent {}

    /**
     * The secret that was collected is the right one.
     *
     * @param at when
     * @param leg whose
     * @param role which of the secrets it was
     */
    record SecretAccepted(Instant at, LegId leg, SecretRole role) implements CallEvent {}

    /**
     * The secret that was collected is wrong, or none was typed in time.
     *
     * @param at when
     * @param leg whose
     */
    record SecretRefused(Instant at, LegId leg) implements CallEvent {}

    /**
     * No secret is compared now: too many of this caller or room were wrong within the hour.
     *
     * @param at when
     * @param leg whose
     */
    record SecretBlocked(Instant at, LegId leg) implements CallEvent {}

    /**
     * The last sound of a programme is over.
     *
     * @param at when
     * @param leg who heard it
     * @param play which programme
     */
    record PlayEnded(Instant at, LegId leg, PlayId play) implements CallEvent {}

    /**
     * A person puts the other side on hold.
     *
     * @param at when
     * @param leg whose phone
     */
    record HoldPressed(Instant at, LegId leg) implements CallEvent {}

    /**
     * A person takes the other side off hold.
     *
     * @param at when
     * @param leg whose phone
     */
    record ResumePressed(Instant at, LegId leg) implements CallEvent {}

    /**
     * A message is on the disk.
     *
     * @param at when
     * @param leg who spoke
     * @param message which
     * @param length how long it is; zero: nothing was said
     */
    record MessageRecorded(Instant at, LegId leg, MessageId message, Duration length)
            implements CallEvent {}

    /**
     * The messages that were asked for.
     *
     * @param at when
     * @param leg who asked
     * @param messages new ones first, the oldest of each kind first
     */
    record MessagesListed(Instant at, LegId leg, List<WaitingMessage> messages)
            implements CallEvent {
        /** Copies the list. */
        public MessagesListed {
            messages = List.copyOf(messages);
        }
    }

    /**
     * A person hands the other party on and leaves.
     *
     * @param at when
     * @param leg the person's leg
     * @param dialled what was typed
     * @param destination where the plan says it leads
     * @param note for whoever takes it; may be empty
     */
    record Transferred(Instant at, LegId leg, String dialled, Destination destination, String note)
            implements CallEvent {}

    /**
     * A person asks somebody while the others wait.
     *
     * @param at when
     * @param leg the person's leg
     * @param dialled what was typed
     * @param destination where the plan says it leads
     * @param note for whoever is asked; may be empty
     */
    record Consulted(Instant at, LegId leg, String dialled, Destination destination, String note)
            implements CallEvent {}

    /**
     * A person leaves; whoever waits gets whoever was asked.
     *
     * @param at when
     * @param leg the person's leg
     */
    record TransferCompleted(Instant at, LegId leg) implements CallEvent {}

    /**
     * A person returns to whoever waits.
     *
     * @param at when
     * @param leg the person's leg
     */
    record TransferCancelled(Instant at, LegId leg) implements CallEvent {}

    /**
     * A person lets whoever waits and whoever was asked talk with him, all together.
     *
     * @param at when
     * @param leg the person's leg
     */
    record JoinPressed(Instant at, LegId leg) implements CallEvent {}

    /**
     * A person lets the other party wait in a slot and leaves.
     *
     * @param at when
     * @param leg the person's leg
     * @param slot the free slot that was found
     */
    record Parked(Instant at, LegId leg, String slot) implements CallEvent {}

    /**
     * A person takes a call that rings elsewhere or waits in a slot.
     *
     * @param at when
     * @param leg his new leg, named by whoever made it, with sound already
     * @param person who
     * @param way how
     */
    record Joined(Instant at, LegId leg, PersonId person, Way way) implements CallEvent {}

    /**
     * A page is gone (reload, crash, network): a pause, not a hang-up.
     *
     * @param at when
     * @param leg whose
     */
    record PageLost(Instant at, LegId leg) implements CallEvent {}

    /**
     * A page has taken the leg back and its sound flows.
     *
     * @param at when
     * @param leg whose
     */
    record PageReturned(Instant at, LegId leg) implements CallEvent {}

    /**
     * It is known in which order the members of a group are rung.
     *
     * @param at when
     * @param leg for whom
     * @param group which group
     * @param members in this order
     */
    record MembersOrdered(Instant at, LegId leg, GroupId group, List<PersonId> members)
            implements CallEvent {
        /** Copies the list. */
        public MembersOrdered {
            members = List.copyOf(members);
        }
    }

    /**
     * Agents of a queue are free for who waits: it is his turn.
     *
     * @param at when
     * @param leg who waits
     * @param queue in which queue
     * @param offer counts what he is offered, from 1
     * @param agents who is rung
     */
    record AgentsOffered(Instant at, LegId leg, QueueId queue, int offer, List<PersonId> agents)
            implements CallEvent {
        /** Copies the list. */
        public AgentsOffered {
            agents = List.copyOf(agents);
        }
    }

    /**
     * How it stands in a queue.
     *
     * @param at when
     * @param leg who waits
     * @param queue in which queue
     * @param position 1: he is next
     * @param waitSeconds how long it will probably take; empty: not known
     * @param staffed false: no agent has been there for longer than one waits for that
     */
    record QueueTold(
            Instant at,
            LegId leg,
            QueueId queue,
            int position,
            Optional<Integer> waitSeconds,
            boolean staffed)
            implements CallEvent {}

    /**
     * The deadline named by the call is reached.
     *
     * @param at when
     */
    record TimedOut(Instant at) implements CallEvent {}

    /**
     * The server came up again and found this call unfinished in the log.
     *
     * @param at when
     */
    record ServerRestarted(Instant at) implements CallEvent {}

    /** What a mailbox tells. */
    sealed interface OfMailbox extends CallEvent permits MailboxTold, NamesTold {}

    /** Asked for by who is no party: a program wants a call, a supervisor to hear one. */
    sealed interface OfProgram extends CallEvent permits Requested, SupervisionEvent {}

    /** What happens to the call's recording. */
    sealed interface OfRecording extends CallEvent permits RecordingEvent {}

    /** A person's browser sleeps and is being woken. */
    sealed interface OfWaking extends CallEvent permits WakingEvent {}

    /** What a conference room tells one who came to it. */
    sealed interface OfRoom extends CallEvent permits Seated, Silenced, TurnedOut, RoomRecorded {
        /** The leg of who came. */
        LegId leg();
    }

    /**
     * Where somebody who came stands from now on.
     *
     * @param at when
     * @param leg whose
     * @param standing where
     */
    record Seated(Instant at, LegId leg, Standing standing) implements OfRoom {}

    /**
     * Somebody is not heard any more, or is heard again.
     *
     * @param at when
     * @param leg whose
     * @param silence why not; NONE: he is heard
     */
    record Silenced(Instant at, LegId leg, Silence silence) implements OfRoom {}

    /**
     * Somebody has to leave.
     *
     * @param at when
     * @param leg whose
     * @param why removed, or it is over for all
     * @param by which moderator; empty: none is left
     */
    record TurnedOut(Instant at, LegId leg, EndReason why, Optional<String> by) implements OfRoom {}
}
