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
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;
import org.sonnerie.pbx.runtime.fake.FakeDuty;
import org.sonnerie.pbx.runtime.fake.FakeGreetings;
import org.sonnerie.pbx.runtime.fake.FakeMailboxes;
import org.sonnerie.pbx.runtime.fake.FakeMedia;
import org.sonnerie.pbx.runtime.fake.FakePhones;
import org.sonnerie.pbx.runtime.fake.FakeRecordings;
import org.sonnerie.pbx.runtime.fake.FakeTrunks;
import org.sonnerie.pbx.runtime.fake.MemoryLog;
import org.sonnerie.pbx.runtime.fake.OneCompany;

/** A desk with its calls, and fakes all around. */
abstract class DeskBench {
    static final PersonId ANNA = OneCompany.ANNA;
    static final PersonId BEN = OneCompany.BEN;
    static final PageId ANNAS_PAGE = new PageId("p-anna");
    static final PageId BENS_PAGE = new PageId("p-ben");
    static final Duration LIMIT = Duration.ofSeconds(10);

    final FakeMedia media = new FakeMedia();
    final FakeMailboxes mailboxes = new FakeMailboxes();
    final FakeGreetings greetings = new FakeGreetings();
    final FakeRecordings recordings = new FakeRecordings();
    final FakeTrunks trunks = new FakeTrunks();
    final FakeDuty duty = new FakeDuty();
    final FakePhones phones = new FakePhones();
    final MemoryLog log = new MemoryLog();
    final OneCompany company = company();
    final InstantSource clock = InstantSource.system();
    private final RoomRecordings roomRecordings = new RoomRecordings(media, recordings, clock);
    final RoomKeeper rooms = new RoomKeeper(clock, phones::roomsChanged, this::roomRecordings);
    LiveCalls calls;
    CallDesk desk;
    MediaDesk relay;
    TrunkDesk carrier;

    @BeforeEach
    void open() {
        calls = liveCalls(eventLog());
        desk = new Desk(calls, company);
        relay = new MediaDesk(calls, mailboxes, recordings, rooms, roomRecordings(), _ -> {});
        carrier = new TrunkDesk(calls, company);
        phones.reachable.add(ANNA);
        phones.reachable.add(BEN);
    }

    RoomRecordings roomRecordings() {
        return roomRecordings;
    }

    OneCompany company() {
        return new OneCompany();
    }

    EventLog eventLog() {
        return log;
    }

    LiveCalls liveCalls(EventLog on) {
        return new LiveCalls(
                on,
                clock,
                new World(
                        phones,
                        media,
                        new World.Outside(trunks, belt()),
                        new World.Stores(mailboxes, greetings, recordings),
                        duty,
                        rooms,
                        new PinGuesses(),
                        (_, _, typed) -> typed.equals("4711")),
                limits());
    }

    SpendingBelt belt() {
        return SpendingBelt.FREE;
    }

    Occupancy.Limits limits() {
        return new Occupancy.Limits(8, 500);
    }

    @AfterEach
    void close() {
        calls.close();
    }

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    Optional<State> state(PersonId person, CallId call) {
        return desk.calls(person).stream()
                .filter(view -> view.call().equals(call))
                .map(CallView::state)
                .findFirst();
    }

    void untilState(PersonId person, CallId call, State state) {
        until(
                person + " sees " + state,
                () -> state(person, call).filter(state::equals).isPresent());
    }

    CallId annaCallsBen() {
        var placed = desk.call(ANNA, ANNAS_PAGE, "12", "offer");
        assertThat(placed.sdp()).isEqualTo("answer to " + placed.view().leg());
        untilState(BEN, placed.view().call(), State.RINGING);
        return placed.view().call();
    }

    LegId leg(PersonId person, CallId call) {
        return desk.calls(person).stream()
                .filter(view -> view.call().equals(call))
                .findFirst()
                .orElseThrow()
                .leg();
    }

    CallId theyTalk() {
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

    static void assertRefused(Code code, ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        DeskRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** A call from outside, to anna; gives the outsider's leg once she was told. */
    LegId arrives(String sdp) {
        var leg = offered(sdp);
        until("anna is told", () -> state(ANNA, CallIds.callOf(leg)).isPresent());
        return leg;
    }

    /** A call from outside, to anna, whatever becomes of it. */
    LegId offered(String sdp) {
        return arrives("+33100000011", Optional.empty(), sdp);
    }

    /** A call from outside to a number, or to the account it was registered with. */
    LegId arrives(String called, Optional<String> account, String sdp) {
        var leg = carrier.newLeg();
        carrier.arrived(
                new TrunkSink.Arrival(
                        leg,
                        OneCompany.TRUNK,
                        called,
                        account,
                        Optional.of("+33145678901"),
                        "",
                        "127.0.0.1",
                        Optional.of(sdp)));
        return leg;
    }
}
