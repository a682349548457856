package org.sonnerie.pbx.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.ScreeningRule;

/** Where a call goes. */
final class Routing {
    private Routing() {}

    static void dialled(Turn turn, CallEvent.Dialled event) {
        turn.addCaller(
                event.leg(), new Who.Colleague(event.person(), "", Optional.empty()), Leg.State.UP);
        turn.because(new Reason.Leads(event.dialled(), event.destination()));
        go(turn, event.destination(), "");
    }

    static void arrived(Turn turn, CallEvent.Arrived event) {
        Who who = new Who.Outsider(event.trunk(), event.caller(), event.callerName());
        turn.addCaller(event.leg(), who, Leg.State.TRYING);
        Dialling.language(turn.plan(), event.called())
                .ifPresent(language ->
                        Tongue.speak(turn, new LanguageReason.OfNumber(event.called(), language)));
        if (event.destination() instanceof Destination.ToNowhere(var why) && why.ofCompany()) {
            turn.because(new Withheld(why));
            go(turn, event.destination(), "");
            return;
        }
        Optional<ScreeningRule> rule =
                Dialling.screening(turn.plan(), event.called(), event.caller());
        if (rule.isPresent()) {
            Destination destination = rule.get().destination();
            turn.because(new Reason.CallerListed(rule.get().callers(), destination));
            go(turn, destination, "");
        } else {
            turn.because(new Reason.Leads(event.called(), event.destination()));
            go(turn, event.destination(), "");
        }
    }

    /**
     * Leads the caller somewhere.
     *
     * @param turn the turn
     * @param destination where to
     * @param via through what he came, shown to whoever is called; may be empty
     */
    static void go(Turn turn, Destination destination, String via) {
        turn.target(destination);
        switch (destination) {
            case Destination.ToPerson(var id) ->
                    to(turn, turn.plan().person(id), one -> Reaching.person(turn, one, via));
            case Destination.ToGroup(var id) ->
                    to(turn, turn.plan().group(id), one -> Attempt.group(turn, one, via));
            case Destination.ToQueue(var id, int priority) ->
                    to(turn, turn.plan().queue(id), one -> Queueing.enter(turn, one, priority));
            case Destination.ToMenu(var id) ->
                    to(turn, turn.plan().menu(id), one -> MenuTalk.enter(turn, one));
            case Destination.ToRoom(var id) ->
                    to(turn, turn.plan().room(id), one -> RoomDoor.knock(turn, one));
            case Destination.ToRoute(var id) ->
                    to(turn, turn.plan().route(id), one -> Passage.through(turn, one, via));
            case Destination.ToAnnouncement(var id) ->
                    to(turn, turn.plan().announcement(id), one -> Passage.announce(turn, one));
            case Destination.ToHangUp _ -> Farewell.hangUp(turn);
            case Destination.ToOutside outside -> Attempt.outside(turn, outside);
            case Destination.ToEcho _ -> echo(turn);
            case Destination.ToMusic _ -> music(turn);
            case Destination.ToMailbox(var box) -> MessageTaking.enter(turn, box);
            case Destination.ToOwnMailbox _ -> MessageHearing.enter(turn);
            case Destination.ToMailboxOf(String extension) -> MessageHearing.enter(turn, extension);
            case Destination.ToVoicemailAccess _ -> MailboxDoor.knock(turn);
            case Destination.ToDirectory _ -> DirectoryTalk.enter(turn);
            // A slot that is taken and a phone that rings are found by the runtime; here is none.
            case Destination.ToPark _, Destination.ToSlot _, Destination.ToPickup _ ->
                    Farewell.fail(turn, EndReason.UNKNOWN_NUMBER);
            case Destination.ToNowhere(var why) -> Farewell.fail(turn, reasonOf(why));
        }
    }

    private static <T> void to(Turn turn, Optional<T> found, Consumer<T> lead) {
        found.ifPresentOrElse(lead, () -> missing(turn, turn.path().target()));
    }

    static void missing(Turn turn, Destination destination) {
        turn.because(new Reason.NotInPlan(destination));
        Farewell.fail(turn, EndReason.UNKNOWN_NUMBER);
    }

    private static EndReason reasonOf(Destination.Refusal why) {
        return switch (why) {
            case UNKNOWN_NUMBER, NOT_A_NUMBER -> EndReason.UNKNOWN_NUMBER;
            case NOT_OPEN -> EndReason.NOT_ALLOWED;
            case COMPANY_FULL -> EndReason.BUSY;
            case SUSPENDED -> EndReason.UNREACHABLE;
        };
    }

    private static void echo(Turn turn) {
        turn.answerCaller();
        turn.stage(
                new Stage.Listening(
                        turn.programme(false, List.of(new CallSound.Prompt("echo-welcome")))));
    }

    private static void music(Turn turn) {
        turn.answerCaller();
        turn.stage(new Stage.Listening(turn.programme(true, List.of(new CallSound.HoldMusic()))));
    }

    /** The words before the echo test are over: from now on the caller hears himself. */
    static void playEnded(Turn turn, Stage.Listening listening, PlayId play) {
        if (listening.hears() instanceof Hears.Programme programme
                && programme.play().equals(play)
                && !programme.repeat()) {
            turn.stage(new Stage.Listening(new Hears.Itself()));
        }
    }

    /** A leg that ended by itself takes what hangs on it along. */
    static void legEnded(Turn turn, Leg leg, EndReason told) {
        if (turn.aside().isPresent()) {
            Asking.legEnded(turn, leg, told);
        } else {
            ended(turn, leg, told);
        }
    }

    /** A leg of the way it is about ended by itself. */
    static void ended(Turn turn, Leg leg, EndReason told) {
        Optional<LegId> by = Optional.of(leg.id());
        switch (turn.stage()) {
            case Stage.Calling calling -> {
                if (!turn.isCaller(leg.id())) {
                    Attempt.notReached(turn, calling, leg, told);
                } else {
                    turn.endAll(told == EndReason.HUNG_UP ? EndReason.CANCELLED : told, by);
                }
            }
            case Stage.Queued queued -> {
                if (!turn.isCaller(leg.id())) {
                    Queueing.notReached(turn, queued, leg, told);
                } else {
                    turn.endAll(told == EndReason.HUNG_UP ? EndReason.CANCELLED : told, by);
                }
            }
            case Stage.Closing closing -> turn.endAll(closing.reason(), by);
            case Stage.Parked parked -> HandingOn.gone(turn, parked, leg, told);
            case Stage.Together _ -> Gathering.leave(turn, leg, told);
            case Stage.Inviting _,
                    Stage.Originating _,
                    Stage.Talking _,
                    Stage.Leaving _,
                    MailboxStage _,
                    DirectoryStage _,
                    Stage.Announcing _,
                    Stage.Choosing _,
                    Stage.Entering _,
                    Introducing _,
                    Stage.Conferring _,
                    Stage.Listening _,
                    Stage.Over _ ->
                    turn.endAll(told == EndReason.CANCELLED ? EndReason.HUNG_UP : told, by);
        }
    }
}
