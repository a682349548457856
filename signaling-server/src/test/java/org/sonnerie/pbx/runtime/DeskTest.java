package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;
import org.sonnerie.pbx.runtime.fake.FakeMedia;
import org.sonnerie.pbx.runtime.fake.FakePhones;
import org.sonnerie.pbx.runtime.fake.FakeTrunks;
import org.sonnerie.pbx.runtime.fake.MemoryLog;
import org.sonnerie.pbx.runtime.fake.OneCompany;

class DeskTest {
    private static final PersonId ANNA = OneCompany.ANNA;
    private static final PersonId BEN = OneCompany.BEN;
    private static final PageId ANNAS_PAGE = new PageId("p-anna");
    private static final PageId BENS_PAGE = new PageId("p-ben");
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final FakeMedia media = new FakeMedia();
    private final FakeTrunks trunks = new FakeTrunks();
    private final FakePhones phones = new FakePhones();
    private final MemoryLog log = new MemoryLog();
    private final OneCompany company = new OneCompany();
    private final InstantSource clock = InstantSource.system();
    private LiveCalls calls;
    private CallDesk desk;
    private MediaDesk relay;
    private TrunkDesk carrier;

    @BeforeEach
    void open() {
        calls = new LiveCalls(log, clock, new CallEffects.World(phones, media, trunks));
        desk = new Desk(calls, company);
        relay = new MediaDesk(calls);
        carrier = new TrunkDesk(calls, company);
        phones.reachable.add(ANNA);
        phones.reachable.add(BEN);
    }

    @AfterEach
    void close() {
        calls.close();
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    private Optional<State> state(PersonId person, CallId call) {
        return desk.calls(person).stream()
                .filter(view -> view.call().equals(call))
                .map(CallView::state)
                .findFirst();
    }

    private void untilState(PersonId person, CallId call, State state) {
        until(
                person + " sees " + state,
                () -> state(person, call).filter(state::equals).isPresent());
    }

    private CallId annaCallsBen() {
        var placed = desk.call(ANNA, ANNAS_PAGE, "12", "offer");
        assertThat(placed.sdp()).isEqualTo("answer to " + placed.view().leg());
        untilState(BEN, placed.view().call(), State.RINGING);
        return placed.view().call();
    }

    private LegId leg(PersonId person, CallId call) {
        return desk.calls(person).stream()
                .filter(view -> view.call().equals(call))
                .findFirst()
                .orElseThrow()
                .leg();
    }

    private CallId theyTalk() {
        var call = annaCallsBen();
        desk.answer(BEN, BENS_PAGE, call, "offer");
        untilState(ANNA, call, State.IN_CALL);
        until(
                "each hears the other",
                () ->
                        new Hears.Other(leg(BEN, call)).equals(media.hearing.get(leg(ANNA, call)))
                                && new Hears.Other(leg(ANNA, call))
                                        .equals(media.hearing.get(leg(BEN, call))));
        return call;
    }

    private static void assertRefused(Code code, ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        DeskRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void aCallRingsIsAnsweredAndEnds() {
        var call = theyTalk();
        var annasLeg = leg(ANNA, call);

        desk.hangUp(BEN, call);

        untilState(ANNA, call, State.ENDED);
        until("the relay is told", () -> media.closed.contains(annasLeg));
        assertThat(log.of(call).getLast().last()).isTrue();
        until("no page carries it", () -> desk.carrier(ANNA, call).isEmpty());
        assertThat(log.of(call).getFirst().event()).isInstanceOf(CallEvent.Dialled.class);
    }

    @Test
    void onlyOnePageCanAnswer() {
        var call = theyTalk();

        assertRefused(
                Code.ANSWERED_ELSEWHERE,
                () -> desk.answer(BEN, new PageId("p-other"), call, "offer"));
        assertThat(desk.carrier(BEN, call)).contains(BENS_PAGE);
    }

    @Test
    void aBadOfferAnswersNothingAndCanBeRepaired() {
        var call = annaCallsBen();

        assertRefused(Code.BAD_SDP, () -> desk.answer(BEN, BENS_PAGE, call, "bad"));
        desk.answer(BEN, BENS_PAGE, call, "offer");

        untilState(BEN, call, State.IN_CALL);
    }

    @Test
    void aStrangerCannotTouchACall() {
        var call = annaCallsBen();
        var stranger = new PersonId("eve");

        assertRefused(Code.NO_SUCH_CALL, () -> desk.hangUp(stranger, call));
        assertRefused(Code.NO_SUCH_CALL, () -> desk.answer(stranger, ANNAS_PAGE, call, "offer"));
        assertRefused(Code.NO_SUCH_CALL, () -> desk.hangUp(ANNA, new CallId("c-none")));
    }

    @Test
    void anUnreachablePersonEndsTheCallWithItsReason() {
        phones.reachable.remove(BEN);

        var call = desk.call(ANNA, ANNAS_PAGE, "12", "offer").view().call();

        until(
                "anna is told why",
                () ->
                        desk.calls(ANNA).stream()
                                .anyMatch(view ->
                                        view.call().equals(call)
                                                && view.ended()
                                                        .filter(EndReason.UNREACHABLE::equals)
                                                        .isPresent()));
    }

    @Test
    void aLostPageIsAPauseAndAnotherPageTakesTheCallBack() {
        var call = theyTalk();
        desk.pageGone(ANNA, ANNAS_PAGE, true);
        untilState(ANNA, call, State.RECONNECTING);
        until(
                "ben hears music",
                () -> media.hearing.get(leg(BEN, call)) instanceof Hears.Programme);
        assertThat(desk.carrier(ANNA, call)).isEmpty();

        var newPage = new PageId("p-anna2");
        desk.attach(ANNA, newPage, call, "offer");
        relay.mediaUp(leg(ANNA, call));

        untilState(ANNA, call, State.IN_CALL);
        assertThat(desk.carrier(ANNA, call)).contains(newPage);
        until(
                "ben hears anna again",
                () -> new Hears.Other(leg(ANNA, call)).equals(media.hearing.get(leg(BEN, call))));
    }

    @Test
    void aBrokenSocketAloneDoesNotPauseTheCallButLostSoundDoes() {
        var call = theyTalk();
        desk.pageGone(ANNA, ANNAS_PAGE, false);
        assertThat(state(ANNA, call)).contains(State.IN_CALL);

        relay.mediaLost(leg(ANNA, call));

        untilState(ANNA, call, State.RECONNECTING);
        assertThat(desk.carrier(ANNA, call)).isEmpty();
    }

    @Test
    void aPinIsComparedAndNeverLogged() {
        var call = desk.call(ANNA, ANNAS_PAGE, "40", "offer").view().call();
        untilState(ANNA, call, State.IN_CALL);

        desk.digits(ANNA, call, "1234#");

        until(
                "anna is let in",
                () ->
                        log.of(call).stream()
                                .anyMatch(e -> e.event() instanceof CallEvent.SecretAccepted));
        assertThat(log.of(call))
                .noneMatch(logged -> logged.event() instanceof CallEvent.DigitPressed);
    }

    @Test
    void keysInAConversationGoToTheOtherSide() {
        var call = theyTalk();

        desk.digits(ANNA, call, "5#");

        until("ben's side gets them", () -> "5#".equals(media.digits.get(leg(BEN, call))));
    }

    @Test
    void aCallFromOutsideRingsAndIsAnsweredTowardsTheCarrier() {
        var leg = carrier.newLeg();
        carrier.arrived(
                new TrunkSink.Arrival(
                        leg,
                        OneCompany.TRUNK,
                        "+33100000011",
                        Optional.of("+33145678901"),
                        "",
                        "127.0.0.1",
                        Optional.of("offer")));
        var call = CallIds.callOf(leg);
        untilState(ANNA, call, State.RINGING);

        desk.answer(ANNA, ANNAS_PAGE, call, "offer");

        until("the carrier is answered", () -> trunks.answered.containsKey(leg));
        carrier.ended(leg, EndReason.HUNG_UP);
        untilState(ANNA, call, State.ENDED);
    }

    @Test
    void aCallFromOutsideWithUselessMediaIsRefused() {
        var leg = carrier.newLeg();
        carrier.arrived(
                new TrunkSink.Arrival(
                        leg,
                        OneCompany.TRUNK,
                        "+33100000011",
                        Optional.empty(),
                        "",
                        "127.0.0.1",
                        Optional.of("bad")));
        var call = CallIds.callOf(leg);
        untilState(ANNA, call, State.RINGING);
        desk.answer(ANNA, ANNAS_PAGE, call, "offer");

        until("the carrier is refused", () -> trunks.ended.get(leg) == EndReason.NO_MEDIA);
    }

    @Test
    void aCallToOutsideIsPlacedOverTheTrunk() {
        var call = desk.call(ANNA, ANNAS_PAGE, "0145678901", "offer").view().call();

        until("the carrier is called", () -> !trunks.placed.isEmpty());
        var order = trunks.placed.values().iterator().next();
        assertThat(order.number()).isEqualTo("+33145678901");
        assertThat(order.trunk()).isEqualTo(OneCompany.TRUNK);
        carrier.ended(order.leg(), EndReason.BUSY);
        untilState(ANNA, call, State.ENDED);
    }

    @Test
    void withoutItsLogNoNewCallBeginsAndARunningOneGoesOn() {
        var running = theyTalk();
        log.gone(true);

        assertRefused(Code.NO_CAPACITY, () -> desk.call(ANNA, ANNAS_PAGE, "12", "offer"));
        desk.hold(ANNA, running, true);

        untilState(ANNA, running, State.ON_HOLD);
    }

    @Test
    void afterARestartTheCallWaitsForItsPages() {
        var call = theyTalk();
        var after = new LiveCalls(log, clock, new CallEffects.World(phones, media, trunks));
        var deskAfter = new Desk(after, company);

        after.recover(company);

        until(
                "anna is asked to come back",
                () ->
                        deskAfter.calls(ANNA).stream()
                                .anyMatch(view ->
                                        view.call().equals(call)
                                                && view.state() == State.RECONNECTING));
        after.close();
    }
}
