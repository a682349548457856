package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Counter;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.NamedRoom;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Teams;

/** Lets a history happen to a call, and checks after each event what must always hold. */
final class HistoryRun {
    private static final CallId ID = new CallId("c");
    static final CompanyPlan PLAN = Beginnings.PLAN;
    private static final List<String> DIALLED = Beginnings.DIALLED;
    private static final List<Beginnings.Arrival> ARRIVALS = Beginnings.ARRIVALS;
    private static final Duration APART = Duration.ofHours(13);

    /** How many calls can begin. */
    static final int STARTS = DIALLED.size() + ARRIVALS.size() + 4;

    private static final List<EndReason> REASONS = List.of(EndReason.values());

    /** In the room twice: whoever waited must be let in now and then. */
    private static final List<Standing> SEATS =
            List.of(Standing.IN, Standing.WAITS_FOR_MODERATOR, Standing.IN, Standing.WAITS_AT_LOCK);

    private static final String KEYS = "0123456789*#";

    private final List<CallEvent> log = new ArrayList<>();
    private static final List<PersonId> SUPERVISORS =
            List.of(new PersonId("supervisor"), DemoCompany.BOB);

    private final RecordingRun recording = new RecordingRun();
    private final List<CallEffect> effects = new ArrayList<>();
    private final Map<LegId, Hears> hears = new HashMap<>();
    private final Set<LegId> over = new HashSet<>();
    private final Set<LegId> inRooms = new HashSet<>();
    private final Set<LegId> unheard = new HashSet<>();
    private final List<Reason> reasons = new ArrayList<>();
    private Instant now;
    private Call call;

    HistoryRun(int start) {
        now = Scenario.BEGIN.plus(APART.multipliedBy(start % 3));
        CallEvent first = beginning(start);
        log.add(first);
        Transition transition = Call.start(ID, PLAN, first);
        call = transition.call();
        reasons.addAll(transition.reasons());
        look(transition.effects());
    }

    List<Reason> reasons() {
        return reasons;
    }

    List<CallEvent> log() {
        return log;
    }

    List<CallEffect> effects() {
        return effects;
    }

    Call call() {
        return call;
    }

    private CallEvent beginning(int start) {
        LegId caller = Call.callerOf(ID);
        if (start >= DIALLED.size() + ARRIVALS.size()) {
            return toRoom(start - DIALLED.size() - ARRIVALS.size(), caller);
        }
        if (start < DIALLED.size()) {
            String dialled = DIALLED.get(start);
            return new CallEvent.Dialled(
                    now, caller, DemoCompany.CAROL, dialled, Dialling.read(PLAN, dialled));
        }
        Beginnings.Arrival arrival = ARRIVALS.get(start - DIALLED.size());
        return new CallEvent.Arrived(
                now,
                caller,
                DemoCompany.TRUNK,
                arrival.called(),
                arrival.caller(),
                "",
                Dialling.inbound(PLAN, arrival.called()));
    }

    /** A guest, one who is called in (a colleague, a number outside), one for whom is asked. */
    private CallEvent toRoom(int which, LegId leg) {
        if (which == 0) {
            return new CallEvent.GuestCame(now, leg, NamedRoom.ID, "Zoé");
        }
        if (which == 3) {
            return new Requested(
                    now, leg, DemoCompany.CAROL, "102", Dialling.read(PLAN, "102"), "CRM");
        }
        String to = which == 1 ? "101" : "0145678901";
        return new CallEvent.Invited(
                now, leg, DemoCompany.ROOM, DemoCompany.CAROL, to, Dialling.read(PLAN, to));
    }

    void take(Histories.Step step) {
        now = now.plusMillis(step.delayMillis());
        if (step.kind() == Histories.Kind.TIMED_OUT) {
            now = call.deadline().filter(due -> due.isAfter(now)).orElse(now);
        }
        happens(read(step));
    }

    private CallEvent read(Histories.Step step) {
        LegId leg = leg(step.leg());
        return switch (step.kind()) {
            case RINGS -> new CallEvent.LegRinging(now, leg);
            case EARLY_MEDIA -> new CallEvent.EarlyMedia(now, leg);
            case ANSWERS -> new CallEvent.LegAnswered(now, leg);
            case ENDS -> new CallEvent.LegEnded(now, leg, REASONS.get(step.pick()));
            case KEY -> new CallEvent.DigitPressed(now, leg, KEYS.charAt(step.pick()));
            case PIN_RIGHT -> new CallEvent.SecretAccepted(now, leg, SecretRole.MODERATOR);
            case PIN_WRONG ->
                    step.pick() == 0
                            ? new CallEvent.SecretBlocked(now, leg)
                            : new CallEvent.SecretRefused(now, leg);
            case PLAY_ENDED -> new CallEvent.PlayEnded(now, leg, playing(leg));
            case STRAY_PLAY_ENDED ->
                    new CallEvent.PlayEnded(now, leg, new PlayId("c-p" + step.pick()));
            case HOLDS -> new CallEvent.HoldPressed(now, leg);
            case RESUMES -> new CallEvent.ResumePressed(now, leg);
            case PAGE_LOST -> new CallEvent.PageLost(now, leg);
            case PAGE_RETURNED -> new CallEvent.PageReturned(now, leg);
            case TIMED_OUT, TIMED_OUT_TOO_SOON -> new CallEvent.TimedOut(now);
            case SERVER_RESTARTED -> new CallEvent.ServerRestarted(now);
            case BEGINS_AGAIN -> beginning(step.pick());
            default -> readMore(step, leg);
        };
    }

    /** The last that there may be stands for whoever supervises, if somebody does. */
    private LegId leg(int position) {
        return call.sounds()
                .supervision()
                .filter(_ -> position == Histories.LEGS - 1)
                .map(Supervision::leg)
                .orElseGet(() -> new LegId("c-" + (position + 1)));
    }

    private CallEvent readMore(Histories.Step step, LegId leg) {
        String to = DIALLED.get(step.pick() % DIALLED.size());
        Destination where = Dialling.read(PLAN, to);
        return switch (step.kind()) {
            case TRANSFERS -> new CallEvent.Transferred(now, leg, to, where, "note");
            case ASKS -> new CallEvent.Consulted(now, leg, to, where, "");
            case SEATED -> new CallEvent.Seated(now, leg, SEATS.get(step.pick() % SEATS.size()));
            case SILENCED ->
                    new CallEvent.Silenced(
                            now, leg, List.of(Silence.values()).get(step.pick() % 4));
            case TURNED_OUT ->
                    new CallEvent.TurnedOut(now, leg, EndReason.CONFERENCE_OVER, Optional.empty());
            case RECORDING_WISHED, RECORDING_CLOSED, ROOM_RECORDED ->
                    RecordingRun.read(step, now, leg);
            case SUPERVISED ->
                    new SupervisionEvent.SupervisionWished(
                            now,
                            new LegId("c-s" + log.size()),
                            SUPERVISORS.get(step.pick() % 4 == 0 ? 1 : 0),
                            List.of(Manner.values()).get(step.pick() % 3),
                            "training");
            case NAMES_TOLD, NAME_RECORDED -> NameRun.read(step, now, leg, call);
            case MAILBOX_TOLD, GREETING_RECORDED -> GreetingRun.read(step, now, leg, call);
            case ASLEEP -> new WakingEvent.PhoneAsleep(now, leg);
            case NOT_WOKEN -> new WakingEvent.PhoneNotWoken(now, leg);
            case COMPLETES -> new CallEvent.TransferCompleted(now, leg);
            case CANCELS -> new CallEvent.TransferCancelled(now, leg);
            case JOINS -> new CallEvent.JoinPressed(now, leg);
            case PARKS -> new CallEvent.Parked(now, leg, "701");
            case MEMBERS_ORDERED -> ordered(step, leg);
            case OFFERED -> offered(step, leg);
            case QUEUE_TOLD -> told(step, leg);
            case TAKES ->
                    new CallEvent.Joined(
                            now,
                            new LegId("c-j" + step.pick()),
                            step.leg() % 2 == 0 ? DemoCompany.ALICE : DemoCompany.BOB,
                            way(step.pick()));
            case RECORDED ->
                    new CallEvent.MessageRecorded(
                            now,
                            leg,
                            new MessageId("c-r" + (1 + step.pick() % 2)),
                            Duration.ofSeconds(step.pick()));
            case LISTED -> new CallEvent.MessagesListed(now, leg, List.of(waiting()));
            default -> throw new IllegalArgumentException("read elsewhere: " + step);
        };
    }

    private CallEvent ordered(Histories.Step step, LegId leg) {
        return new CallEvent.MembersOrdered(
                now,
                leg,
                step.pick() % 4 == 0 ? Teams.IN_ORDER : Teams.BY_TURNS,
                step.pick() % 2 == 0 ? List.of(DemoCompany.ALICE, DemoCompany.BOB) : List.of());
    }

    private static Way way(int pick) {
        return switch (pick % 3) {
            case 0 -> Way.RETRIEVE;
            case 1 -> Way.PICKUP;
            default -> Way.OUT_OF_TURN;
        };
    }

    private CallEvent offered(Histories.Step step, LegId leg) {
        return new CallEvent.AgentsOffered(
                now,
                leg,
                Counter.SUPPORT,
                step.pick(),
                List.of(
                        step.pick() % 2 == 0 ? DemoCompany.ALICE : DemoCompany.BOB,
                        DemoCompany.CAROL));
    }

    private CallEvent told(Histories.Step step, LegId leg) {
        return new CallEvent.QueueTold(
                now,
                leg,
                Counter.SUPPORT,
                1 + step.pick() % 3,
                Optional.of(step.pick() * 30),
                step.pick() % 6 != 0);
    }

    private static WaitingMessage waiting() {
        return new WaitingMessage(new MessageId("old"), false, Dialling.read(PLAN, "102"));
    }

    private PlayId playing(LegId leg) {
        return hears.get(leg) instanceof Hears.Programme programme
                ? programme.play()
                : new PlayId("none");
    }

    private void happens(CallEvent event) {
        log.add(event);
        Call before = call;
        Transition transition = before.on(event);
        call = transition.call();
        reasons.addAll(transition.reasons());
        if (call.equals(before)) {
            assertThat(transition.effects()).as("effects of nothing").isEmpty();
            assertThat(transition.reasons()).as("reasons for nothing").isEmpty();
        }
        if (event instanceof CallEvent.TimedOut) {
            call.deadline().ifPresent(due -> assertThat(due).isAfter(now));
        }
        look(transition.effects());
    }

    private void look(List<CallEffect> news) {
        effects.addAll(news);
        for (CallEffect effect : news) {
            assertThat(call.leg(effect.leg())).as("leg of %s", effect).isPresent();
            boolean late = over.contains(effect.leg());
            follow(effect);
            boolean ofNoLeg =
                    effect instanceof CallEffect.PlayInRoom
                            || effect instanceof NameEffect.AnnounceInRoom
                            || effect instanceof RecordingEffect;
            assertThat(late && !ofNoLeg).as("%s after the end", effect).isFalse();
            if (effect instanceof CallEffect.EndLeg(var leg, var _)) {
                over.add(leg);
            }
            if (effect instanceof CallEffect.Hear(var leg, var what)) {
                hears.put(leg, what);
            }
        }
        for (Leg leg : call.legs()) {
            assertThat(leg.over()).as("end of %s", leg).isEqualTo(over.contains(leg.id()));
            assertThat(leg.ended().isPresent()).isEqualTo(leg.over());
            Ears.hearing(call, leg)
                    .ifPresent(what ->
                            assertThat(hears.getOrDefault(leg.id(), new Hears.Nothing()))
                                    .isEqualTo(what));
        }
        recording.check(call);
        views();
        notStuck();
    }

    /** Who enters a room leaves it once, and whoever is heard by nobody is in one. */
    private void follow(CallEffect effect) {
        switch (effect) {
            case CallEffect.EnterRoom(var leg, var _, var _, var _) -> inRooms.add(leg);
            case RecordingEffect of -> recording.follow(of);
            case CallEffect.LeaveRoom(var leg, var _) ->
                    assertThat(inRooms.remove(leg)).as("%s was in", leg).isTrue();
            case CallEffect.Mute(var leg, boolean muted) -> {
                if (muted) {
                    unheard.add(leg);
                } else {
                    unheard.remove(leg);
                }
            }
            default -> {}
        }
    }

    private void views() {
        Set<LegId> there = RoomStay.of(call.paths()).keySet();
        assertThat(inRooms).as("in rooms").isEqualTo(there);
        for (LegId leg : unheard) {
            boolean gone = call.leg(leg).filter(one -> !one.over()).isEmpty();
            assertThat(gone || there.contains(leg)).as("%s is heard", leg).isTrue();
        }
        for (CallView view : call.views()) {
            assertThat(view.ended().isPresent()).isEqualTo(view.state() == CallView.State.ENDED);
        }
    }

    /** Whatever is only being tried must have an end in time, and so must whatever is lost. */
    private void notStuck() {
        boolean waits = call.legs().stream().anyMatch(leg -> !leg.over() && !leg.up());
        boolean lost = call.legs().stream().anyMatch(Leg::lost);
        assertThat(call.deadline().isPresent() || !(waits || lost)).as("a way out").isTrue();
        assertThat(!call.ended() || call.deadline().isEmpty()).as("rest after the end").isTrue();
    }

    /** Nobody does anything any more: the clock alone leads to an end or to a lasting talk. */
    void timePasses() {
        for (int i = 0; i < 50 && call.deadline().isPresent(); i++) {
            now = call.deadline().orElseThrow();
            happens(new CallEvent.TimedOut(now));
        }
        assertThat(call.deadline()).isEmpty();
    }

    /** Everybody hangs up, one after another; whoever is rung thereupon declines. */
    void allHangUp() {
        for (int i = 0; i < 10 && !call.ended(); i++) {
            LegId next =
                    call.legs().stream()
                            .filter(leg -> !leg.over())
                            .map(Leg::id)
                            .findFirst()
                            .orElseThrow();
            happens(new CallEvent.LegEnded(now, next, EndReason.HUNG_UP));
        }
        assertThat(call.ended()).isTrue();
    }
}
