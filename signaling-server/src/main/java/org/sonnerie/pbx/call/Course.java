package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.Optional;

/** Takes each event to where it means something. */
final class Course {
    private Course() {}

    static void take(Turn turn, CallEvent event) {
        if (!Parting.ends(turn, event)
                && !Supervising.take(turn, event)
                && !Consenting.answers(turn, event)) {
            lead(turn, event);
        }
    }

    private static void lead(Turn turn, CallEvent event) {
        switch (event) {
            case CallEvent.Dialled _,
                    CallEvent.Arrived _,
                    CallEvent.Invited _,
                    CallEvent.GuestCame _,
                    CallEvent.OfProgram _ -> {}
            case CallEvent.OfRoom news -> RoomStay.news(turn, news);
            case CallEvent.OfMailbox mailbox -> told(turn, mailbox);
            case RecordingEvent recording -> Recorder.take(turn, recording);
            case WakingEvent waking -> Waking.take(turn, waking);
            case CallEvent.LegRinging(_, var id) ->
                    party(turn, id).ifPresent(leg -> ringing(turn, leg));
            case CallEvent.EarlyMedia(_, var id) ->
                    party(turn, id).ifPresent(leg -> early(turn, leg));
            case CallEvent.LegAnswered(_, var id) ->
                    party(turn, id).ifPresent(leg -> answered(turn, leg));
            case CallEvent.LegEnded(_, var id, var reason) ->
                    turn.live(id).ifPresent(leg -> Routing.legEnded(turn, leg, reason));
            case CallEvent.DigitPressed(_, var id, char digit) -> pressed(turn, id, digit);
            case CallEvent.SecretAccepted(_, var id, var role) -> accepted(turn, id, role);
            case CallEvent.SecretRefused(_, var id) -> refused(turn, id);
            case CallEvent.SecretBlocked(_, var id) -> blocked(turn, id);
            case CallEvent.PlayEnded(_, var id, var play) -> playEnded(turn, id, play);
            case CallEvent.HoldPressed(_, var id) -> hold(turn, id, true);
            case CallEvent.ResumePressed(_, var id) -> hold(turn, id, false);
            case CallEvent.MessageRecorded recorded -> recorded(turn, recorded);
            case CallEvent.MessagesListed listed -> listed(turn, listed);
            case CallEvent.Transferred transferred ->
                    turn.live(transferred.leg())
                            .ifPresent(leg -> HandingOn.transfer(turn, leg, transferred));
            case CallEvent.Consulted consulted ->
                    turn.live(consulted.leg()).ifPresent(leg -> Asking.begin(turn, leg, consulted));
            case CallEvent.TransferCompleted(_, var id) -> completed(turn, id);
            case CallEvent.TransferCancelled(_, var id) ->
                    turn.live(id).ifPresent(leg -> Asking.cancel(turn, leg));
            case CallEvent.JoinPressed(_, var id) -> together(turn, id);
            case CallEvent.Parked(_, var id, String slot) ->
                    turn.live(id).ifPresent(leg -> HandingOn.park(turn, leg, slot));
            case CallEvent.Joined joined -> HandingOn.joined(turn, joined);
            case CallEvent.PageLost(_, var id) ->
                    party(turn, id).ifPresent(leg -> Pages.lost(turn, leg));
            case CallEvent.PageReturned(_, var id) -> returned(turn, id);
            case CallEvent.MembersOrdered ordered -> ordered(turn, ordered);
            case CallEvent.AgentsOffered offered -> offered(turn, offered);
            case CallEvent.QueueTold told -> told(turn, told);
            case CallEvent.TimedOut _ -> timedOut(turn);
            case CallEvent.ServerRestarted _ -> Pages.restarted(turn);
        }
    }

    private static void together(Turn turn, LegId id) {
        turn.live(id).ifPresent(leg -> Asking.join(turn, leg));
    }

    private static void completed(Turn turn, LegId id) {
        turn.live(id).ifPresent(leg -> Asking.complete(turn, leg, EndReason.TRANSFERRED));
    }

    private static void ringing(Turn turn, Leg leg) {
        if (!RoomCall.rings(turn, leg) && !Originating.rings(turn, leg)) {
            Attempt.ringing(turn, leg);
        }
    }

    /** Nobody hears what whoever is called into a room sends before he answers. */
    private static void early(Turn turn, Leg leg) {
        if (!RoomCall.rings(turn, leg) && !Originating.rings(turn, leg)) {
            Attempt.early(turn, leg);
        }
    }

    private static void answered(Turn turn, Leg leg) {
        if (!RoomCall.answered(turn, leg) && !Originating.answered(turn, leg)) {
            Attempt.answered(turn, leg);
        }
    }

    private static void accepted(Turn turn, LegId leg, SecretRole role) {
        if (!present(turn, leg)) {
            return;
        }
        if (turn.stage() instanceof Stage.Entering entering) {
            RoomDoor.accepted(turn, entering, role);
        } else if (turn.stage() instanceof MailboxStage box) {
            MailboxCourse.accepted(turn, box);
        }
    }

    private static void refused(Turn turn, LegId leg) {
        if (!present(turn, leg)) {
            return;
        }
        if (turn.stage() instanceof Stage.Entering entering) {
            RoomDoor.refused(turn, entering);
        } else if (turn.stage() instanceof MailboxStage box) {
            MailboxCourse.refused(turn, box);
        }
    }

    private static void returned(Turn turn, LegId id) {
        party(turn, id).ifPresent(leg -> Pages.returned(turn, leg));
    }

    private static void hold(Turn turn, LegId id, boolean held) {
        party(turn, id).ifPresent(leg -> Pages.hold(turn, leg, held));
    }

    private static void offered(Turn turn, CallEvent.AgentsOffered event) {
        if (isLead(turn, event.leg()) && turn.stage() instanceof Stage.Queued queued) {
            Queueing.offered(turn, queued, event);
        }
    }

    private static void told(Turn turn, CallEvent.QueueTold event) {
        if (isLead(turn, event.leg()) && turn.stage() instanceof Stage.Queued queued) {
            Queueing.told(turn, queued, event);
        }
    }

    private static void blocked(Turn turn, LegId leg) {
        if (!present(turn, leg)) {
            return;
        }
        if (turn.stage() instanceof Stage.Entering entering) {
            RoomDoor.blocked(turn, entering);
        } else if (turn.stage() instanceof MailboxStage box) {
            MailboxCourse.blocked(turn, box);
        }
    }

    private static void recorded(Turn turn, CallEvent.MessageRecorded event) {
        if (!isLead(turn, event.leg())) {
            return;
        }
        if (turn.stage() instanceof Stage.Leaving leaving) {
            MessageTaking.recorded(turn, leaving, event);
        } else if (turn.stage() instanceof Tending tending) {
            MailboxOptions.recorded(turn, tending, event);
        } else if (turn.stage() instanceof Introducing door && !turn.caller().lost()) {
            Introduction.recorded(turn, door, event);
        }
    }

    private static void told(Turn turn, CallEvent.OfMailbox event) {
        switch (event) {
            case MailboxTold mailbox -> told(turn, mailbox);
            case NamesTold names -> told(turn, names);
        }
    }

    private static void told(Turn turn, MailboxTold event) {
        if (isLead(turn, event.leg()) && turn.stage() instanceof Stage.Leaving leaving) {
            MessageTaking.told(turn, leaving, event);
        }
    }

    private static void told(Turn turn, NamesTold event) {
        if (!present(turn, event.leg())) {
            return;
        }
        if (turn.stage() instanceof DirectoryStage.Fetching fetching) {
            DirectoryTalk.told(turn, fetching, event);
        } else if (turn.stage() instanceof Introducing door) {
            Introduction.told(turn, door, event);
        }
    }

    private static void listed(Turn turn, CallEvent.MessagesListed event) {
        if (isLead(turn, event.leg()) && turn.stage() instanceof MailboxStage.Hearing hearing) {
            MessageHearing.listed(turn, hearing, event.messages());
        }
    }

    private static boolean isLead(Turn turn, LegId leg) {
        turn.about(leg);
        return turn.isCaller(leg);
    }

    /** A leg that is not over; from now on it is about the way it is on. */
    private static Optional<Leg> party(Turn turn, LegId leg) {
        turn.about(leg);
        return turn.live(leg);
    }

    /** Whether it is the caller, who can be heard and spoken to now. */
    private static boolean present(Turn turn, LegId leg) {
        return isLead(turn, leg) && !turn.caller().lost();
    }

    private static void ordered(Turn turn, CallEvent.MembersOrdered ordered) {
        if (present(turn, ordered.leg())) {
            Hunting.ordered(turn, ordered);
        }
    }

    private static void pressed(Turn turn, LegId leg, char digit) {
        if (!present(turn, leg)) {
            FollowingHim.pressed(turn, leg, digit);
            return;
        }
        switch (turn.stage()) {
            case Stage.Choosing choosing -> MenuTalk.key(turn, choosing, digit);
            case Stage.Queued queued -> Queueing.key(turn, queued, digit);
            case Stage.Leaving leaving -> MessageTaking.key(turn, leaving, digit);
            case MailboxStage box -> MailboxCourse.key(turn, box, digit);
            case DirectoryStage names -> DirectoryTalk.key(turn, names, digit);
            case Introducing door -> Introduction.key(turn, door, digit);
            case Stage.Conferring stay -> RoomStay.key(turn, stay, digit);
            case Stage.Inviting _,
                    Stage.Originating _,
                    Stage.Calling _,
                    Stage.Talking _,
                    Stage.Announcing _,
                    Stage.Entering _,
                    Stage.Listening _,
                    Stage.Closing _,
                    Stage.Parked _,
                    Stage.Together _,
                    Stage.Over _ -> {}
        }
    }

    private static void playEnded(Turn turn, LegId leg, PlayId play) {
        if (Recorder.playEnded(turn, leg, play) || !present(turn, leg)) {
            return;
        }
        switch (turn.stage()) {
            case Stage.Announcing announcing -> Passage.playEnded(turn, announcing, play);
            case Stage.Choosing choosing -> MenuTalk.playEnded(turn, choosing, play);
            case Stage.Queued queued -> Queueing.playEnded(turn, queued, play);
            case Stage.Leaving leaving -> MessageTaking.playEnded(turn, leaving, play);
            case MailboxStage box -> MailboxCourse.playEnded(turn, box, play);
            case DirectoryStage names -> DirectoryTalk.playEnded(turn, names, play);
            case Stage.Entering entering -> RoomDoor.playEnded(turn, entering, play);
            case Introducing door -> Introduction.playEnded(turn, door, play);
            case Stage.Listening listening -> Routing.playEnded(turn, listening, play);
            case Stage.Closing closing -> Farewell.playEnded(turn, closing, play);
            case Stage.Inviting _,
                    Stage.Originating _,
                    Stage.Calling _,
                    Stage.Talking _,
                    Stage.Parked _,
                    Stage.Together _,
                    Stage.Conferring _,
                    Stage.Over _ -> {}
        }
    }

    private static void timedOut(Turn turn) {
        turn.pagesDue()
                .forEach(leg ->
                        turn.live(leg.id())
                                .ifPresent(
                                        one -> Routing.legEnded(turn, one, EndReason.PAGE_LOST)));
        if (turn.aside().isPresent()) {
            turn.aboutAside();
            stageDue(turn);
        }
        turn.aboutMain();
        stageDue(turn);
        Recorder.timedOut(turn);
    }

    private static void stageDue(Turn turn) {
        Optional<Instant> due = turn.stage().due();
        boolean stopped = turn.stage().alone() && turn.caller().lost();
        if (stopped || due.isEmpty() || due.get().isAfter(turn.at())) {
            return;
        }
        switch (turn.stage()) {
            case Stage.Calling calling -> Attempt.timedOut(turn, calling);
            case Stage.Announcing announcing -> Passage.goOn(turn, announcing);
            case Stage.Choosing choosing -> MenuTalk.timedOut(turn, choosing);
            case Stage.Queued queued -> Queueing.timedOut(turn, queued);
            case Stage.Leaving leaving -> MessageTaking.timedOut(turn, leaving);
            case MailboxStage box -> MailboxCourse.timedOut(turn, box);
            case DirectoryStage names -> DirectoryTalk.timedOut(turn, names);
            case Stage.Entering entering -> RoomDoor.timedOut(turn, entering);
            case Introducing door -> Introduction.timedOut(turn, door);
            case Stage.Closing closing -> turn.endAll(closing.reason());
            case Stage.Parked parked -> HandingOn.waitedLong(turn, parked);
            case Stage.Inviting _, Stage.Originating _ -> turn.endAll(EndReason.NO_ANSWER);
            case Stage.Talking _,
                    Stage.Together _,
                    Stage.Conferring _,
                    Stage.Listening _,
                    Stage.Over _ -> {}
        }
    }
}
