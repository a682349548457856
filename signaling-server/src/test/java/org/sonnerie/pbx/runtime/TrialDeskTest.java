package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.PlayId;
import org.sonnerie.pbx.plan.Announcement;
import org.sonnerie.pbx.plan.AnnouncementId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Flow;
import org.sonnerie.pbx.plan.Hours;
import org.sonnerie.pbx.plan.HoursId;
import org.sonnerie.pbx.plan.Outside;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PublicNumber;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.Route;
import org.sonnerie.pbx.plan.RouteId;
import org.sonnerie.pbx.plan.Span;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;
import org.sonnerie.pbx.runtime.Trial.Rung;
import org.sonnerie.pbx.runtime.TrialDesk.State;

/** Anna tries a draft: its main number is open on Mondays, then it rings Ben. */
class TrialDeskTest extends DeskBench {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final String MAIN = "+33100000099";
    private static final String FRENCH = "+33100000098";
    private static final Instant MONDAY = Instant.parse("2030-01-07T10:00:00Z");
    private static final Instant SUNDAY = Instant.parse("2030-01-06T10:00:00Z");

    private TrialCalls trials;
    private volatile Duration passed = Duration.ZERO;
    private boolean roomsSayNames;

    @BeforeEach
    void openTrials() {
        trials = new TrialCalls(calls, () -> clock.instant().plus(passed), Duration.ofMillis(20));
    }

    @AfterEach
    void closeTrials() {
        trials.close();
    }

    private CompanyPlan draft(Person ben) {
        CompanyPlan plan = company.current(ACME);
        var shop = new HoursId("shop");
        var closed = new AnnouncementId("closed");
        var door = new RouteId("door");
        var flow =
                new Flow(
                        List.of(),
                        List.of(
                                new Hours(
                                        shop,
                                        "Shop",
                                        Optional.empty(),
                                        Map.of(DayOfWeek.MONDAY, List.of(Span.read("08:00-20:00"))),
                                        List.of())),
                        List.of(
                                new Route(
                                        door,
                                        "Door",
                                        "50",
                                        shop,
                                        new Destination.ToPerson(BEN),
                                        new Destination.ToAnnouncement(closed),
                                        Optional.empty())),
                        List.of(
                                new Announcement(
                                        closed,
                                        "Closed",
                                        "51",
                                        "closed",
                                        new Destination.ToHangUp())),
                        List.of(new Queue(new QueueId("help"), "Help", "30", List.of(BEN))));
        List<PublicNumber> numbers = new ArrayList<>(plan.outside().numbers());
        numbers.add(new PublicNumber(MAIN, new Destination.ToRoute(door)));
        numbers.add(new PublicNumber(FRENCH, new Destination.ToPerson(BEN), Optional.of("fr")));
        return rooms(plan)
                .with(List.of(new Person(ANNA, "Anna", "11"), ben), List.of())
                .with(flow)
                .with(new Outside(numbers, plan.outside().trunks(), plan.outside().rules()));
    }

    private CompanyPlan rooms(CompanyPlan plan) {
        return roomsSayNames ? NamedRoomDeskTest.byName(plan) : plan;
    }

    private CallId tries(String to, Instant at, Rung rung) {
        return tries(to, at, rung, new Person(BEN, "Ben", "12"));
    }

    private CallId tries(String to, Instant at, Rung rung, Person ben) {
        var trial = new Trial(draft(ben), to, Optional.of("+33612345678"), at, rung);
        var placed = trials.place(ANNA, trial, "offer");
        assertThat(placed.sdp()).isEqualTo("answer to " + leg(placed.call()));
        return placed.call();
    }

    private static LegId leg(CallId call) {
        return Call.callerOf(call);
    }

    private TrialDesk.Standing look(CallId call) {
        return trials.look(ANNA, call).orElseThrow();
    }

    private void untilState(CallId call, State state) {
        until("it is " + state, () -> look(call).state() == state);
    }

    private boolean hears(CallId call, CallSound sound) {
        return media.hearing.get(leg(call)) instanceof Hears.Programme programme
                && programme.sounds().contains(sound);
    }

    private PlayId playing(CallId call) {
        if (media.hearing.get(leg(call)) instanceof Hears.Programme programme) {
            return programme.play();
        }
        throw new AssertionError("nothing plays");
    }

    private void untilOver(CallId call) {
        untilState(call, State.ENDED);
        assertNobodyElseWasReached();
    }

    private void assertNobodyElseWasReached() {
        assertThat(phones.shown).isEmpty();
        assertThat(trunks.placed).isEmpty();
        assertThat(mailboxes.told).isEmpty();
        assertThat(media.recorded).isEmpty();
        assertThat(log.all()).isEmpty();
    }

    @Test
    void onAMondayItRingsAndIsAnsweredThoughNoPhoneRang() {
        var call = tries(MAIN, MONDAY, Rung.ANSWERS);
        untilState(call, State.IN_CALL);
        until("it is through", () -> hears(call, new CallSound.Prompt("trial-through")));
        assertThat(look(call).log().events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Arrived", "LegRinging", "LegAnswered");
        assertThat(trials.look(BEN, call)).as("Ben did not try it").isEmpty();
        trials.hangUp(ANNA, call);
        untilOver(call);
    }

    @Test
    void whoeverTriesAFrenchNumberHearsFrench() {
        var call = tries(FRENCH, MONDAY, Rung.ANSWERS);
        var through = new CallSound.Prompt("trial-through", Optional.of("fr"));
        until("it is through in French", () -> hears(call, through));
        trials.hangUp(ANNA, call);
        untilOver(call);
    }

    @Test
    void whileItRingsInVainOneHearsItRing() {
        var call =
                tries(
                        MAIN,
                        MONDAY,
                        Rung.RINGS_IN_VAIN,
                        new Person(BEN, "Ben", "12", 1, true, Reach.PHONE_ONLY));
        untilState(call, State.RINGING);
        assertThat(hears(call, new CallSound.Tone(ToneKind.RING_BACK))).isTrue();
        untilOver(call);
        assertThat(look(call).ended()).contains(EndReason.NO_ANSWER);
    }

    @Test
    void onASundayItSaysThatItIsClosed() {
        var call = tries(MAIN, SUNDAY, Rung.ANSWERS);
        until("closed", () -> hears(call, new CallSound.Prompt("closed")));
        relay.playEnded(leg(call), playing(call));
        untilOver(call);
    }

    @Test
    void aMessageIsLeftForNobody() {
        var call =
                tries(
                        MAIN,
                        MONDAY,
                        Rung.CANNOT_BE_REACHED,
                        new Person(BEN, "Ben", "12").withVoicemail());
        until("greeting", () -> hears(call, new CallSound.Prompt("voicemail-greeting")));
        relay.playEnded(leg(call), playing(call));
        until(
                "it would be recorded",
                () ->
                        look(call).log().events().size() > 3
                                && new Hears.Nothing().equals(media.hearing.get(leg(call))));
        // It hears nothing a moment before it is recorded.
        Awaited.result(calls.find(call).orElseThrow().loop().look());
        passed = Duration.ofSeconds(4);
        relay.digitPressed(leg(call), '#');
        until("review", () -> hears(call, new CallSound.Prompt("voicemail-review")));
        trials.hangUp(ANNA, call);
        untilOver(call);
    }

    @Test
    void aQueueIsServed() {
        var call = tries("30", MONDAY, Rung.ANSWERS);
        untilState(call, State.IN_CALL);
        until("it is through", () -> hears(call, new CallSound.Prompt("trial-through")));
        assertThat(calls.queues().waiting(ACME, new QueueId("help"))).isEmpty();
        trials.hangUp(ANNA, call);
        untilOver(call);
    }

    @Test
    void aForwardToTheOutsideGoesNowhere() {
        var forwards =
                new Reach(
                        false,
                        Optional.of(new Destination.ToOutside("+33611111111", false)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var call =
                tries(MAIN, MONDAY, Rung.ANSWERS, new Person(BEN, "Ben", "12", 20, true, forwards));
        until("it is through", () -> hears(call, new CallSound.Prompt("trial-through")));
        trials.hangUp(ANNA, call);
        untilOver(call);
    }

    @Test
    void theRoomOfATrialIsEmpty() {
        var call = tries("40", MONDAY, Rung.ANSWERS);
        untilState(call, State.IN_CALL);
        trials.press(ANNA, call, "1234#");
        until("welcome", () -> hears(call, new CallSound.Prompt("conference-welcome")));
        relay.playEnded(leg(call), playing(call));
        until("it is in", () -> hears(call, new CallSound.Prompt("trial-through")));
        assertThat(phones.roomsShown).isEmpty();
        trials.hangUp(ANNA, call);
        untilOver(call);
    }

    @Test
    void whatIsNotInsideCannotBeTried() {
        assertRefused(Code.UNKNOWN_NUMBER, () -> tries("0145678901", MONDAY, Rung.ANSWERS));
        assertRefused(Code.UNKNOWN_NUMBER, () -> tries("*43", MONDAY, Rung.ANSWERS));
        assertRefused(Code.UNKNOWN_NUMBER, () -> tries("999", MONDAY, Rung.ANSWERS));
        assertThat(desk.calls(ANNA)).isEmpty();
        assertThat(calls.liveNow()).isZero();
    }

    @Test
    void itEndsWithItsPage() {
        var call = tries(MAIN, MONDAY, Rung.RINGS_IN_VAIN);
        untilState(call, State.RINGING);
        assertThat(desk.calls(ANNA)).as("her phone shows none of it").isEmpty();
        relay.mediaLost(leg(call));
        untilOver(call);
        until("all is closed", () -> media.open.isEmpty());
    }

    @Test
    void aNameAtTheDoorOfATrialsRoomIsRecordedNowhere() {
        roomsSayNames = true;
        var call = tries("40", MONDAY, Rung.ANSWERS);
        untilState(call, State.IN_CALL);
        trials.press(ANNA, call, "1234#");
        until("welcome", () -> hears(call, new CallSound.Prompt("conference-welcome")));
        relay.playEnded(leg(call), playing(call));
        until("asked", () -> hears(call, new CallSound.Prompt("conference-say-name")));
        relay.playEnded(leg(call), playing(call));
        until("silence", () -> new Hears.Nothing().equals(media.hearing.get(leg(call))));
        // It hears nothing a moment before it is recorded.
        Awaited.result(calls.find(call).orElseThrow().loop().look());
        passed = Duration.ofSeconds(2);
        relay.digitPressed(leg(call), '#');
        until("it is in", () -> hears(call, new CallSound.Prompt("trial-through")));
        assertThat(media.inRooms).isEmpty();
        assertThat(greetings.told).isEmpty();
        trials.hangUp(ANNA, call);
        untilOver(call);
    }
}
