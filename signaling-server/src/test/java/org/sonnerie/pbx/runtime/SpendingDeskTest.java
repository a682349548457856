package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.FollowMe;
import org.sonnerie.pbx.plan.Outside;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.PublicNumber;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.Room;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.plan.RoomRules;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.fake.FakeBelt;
import org.sonnerie.pbx.runtime.fake.OneCompany;

/** Every way out is asked about before anybody is called, but for calls for help. */
class SpendingDeskTest extends DeskBench {
    private static final String OUTSIDE = "+33145678999";
    private static final String LEADS_OUT = "+33100000012";
    private static final String BENS_OTHER = "+33611111111";
    private static final RoomId ROOM = new RoomId("r");

    private final FakeBelt belt = new FakeBelt();

    @Override
    SpendingBelt belt() {
        return belt;
    }

    @Override
    OneCompany company() {
        return new OneCompany(SpendingDeskTest::withWaysOut);
    }

    /** Ben is also called on another phone, and a number leads to one outside. */
    private static CompanyPlan withWaysOut(CompanyPlan plan) {
        Reach follows =
                new Reach(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new FollowMe(BENS_OTHER, 0)));
        RoomRules annas =
                new RoomRules(true, false, RoomRules.Announce.TONE, false, Optional.of(ANNA));
        Outside outside = plan.outside();
        return new CompanyPlan(
                plan.company(),
                plan.version(),
                plan.facts(),
                List.of(plan.people().getFirst(), new Person(BEN, "Ben", "12", 20, true, follows)),
                plan.groups(),
                plan.flow(),
                List.of(new Room(ROOM, "Big", "40", "1234", Optional.empty(), annas)),
                new Outside(
                        List.of(
                                outside.numbers().getFirst(),
                                new PublicNumber(
                                        LEADS_OUT, new Destination.ToOutside(OUTSIDE, false))),
                        outside.trunks(),
                        outside.rules()));
    }

    private boolean placed(String number) {
        return trunks.placed.values().stream().anyMatch(order -> order.number().equals(number));
    }

    private Optional<EndReason> why(PersonId person, CallId call) {
        return desk.calls(person).stream()
                .filter(view -> view.call().equals(call))
                .findFirst()
                .flatMap(CallView::ended);
    }

    private String story(CallId call) {
        var events = log.of(call).stream().map(LoggedEvent::event).toList();
        return String.join(
                " ",
                Told.lines(new LoggedCall(call, company.all().getFirst(), events), Locale.ENGLISH));
    }

    @Test
    void aCallThatIsTooMuchGoesNotOutAndWhoDialledIsToldWhyAndACallForHelpGoes() {
        belt.spendAll();

        var call = desk.call(ANNA, ANNAS_PAGE, "0145678999", "offer").view().call();

        untilState(ANNA, call, State.ENDED);
        assertThat(why(ANNA, call)).contains(EndReason.SPENDING_LIMIT);
        assertThat(story(call)).contains("the company has spent what it may spend today");
        assertThat(trunks.placed).as("no carrier was asked").isEmpty();
        desk.call(BEN, BENS_PAGE, "112", "offer");
        until("help is called", () -> placed("112"));
        assertThat(belt.asked()).containsExactly(OUTSIDE);
    }

    @Test
    void aLegCountsFromItsBeginningToItsEndAndTheBeltHearsOfTheAnswer() {
        var call = desk.call(ANNA, ANNAS_PAGE, "0145678999", "offer").view().call();
        until("it goes out", () -> placed(OUTSIDE));
        var leg = trunks.placed.keySet().iterator().next();
        assertThat(belt.runs).containsExactly(leg);
        assertThat(belt.answered).isEmpty();

        carrier.answered(leg, Optional.of("answer"));
        untilState(ANNA, call, State.IN_CALL);
        assertThat(belt.answered).containsExactly(leg);

        desk.hangUp(ANNA, call);
        until("it counts no longer", () -> belt.runs.isEmpty());
    }

    @Test
    void aLegThatTheCarrierEndsCountsNoLonger() {
        desk.call(ANNA, ANNAS_PAGE, "0145678999", "offer");
        until("it goes out", () -> placed(OUTSIDE));

        carrier.ended(trunks.placed.keySet().iterator().next(), EndReason.BUSY);

        until("it counts no longer", () -> belt.runs.isEmpty());
    }

    @Test
    void whomOutsideANumberLeadsOutIsNotCalledEitherAndHisCarrierIsToldNothingOfMoney() {
        belt.spendAll();

        var leg = arrives(LEADS_OUT, Optional.empty(), "offer");

        until("the carrier is told", () -> trunks.ended.containsKey(leg));
        assertThat(trunks.ended).containsEntry(leg, EndReason.SPENDING_LIMIT);
        assertThat(story(CallIds.callOf(leg))).contains("has spent what it may spend today");
        assertThat(belt.asked()).containsExactly(OUTSIDE);
        assertThat(trunks.placed).isEmpty();
    }

    @Test
    void aPersonsOtherPhoneIsNotCalledAndHisOwnRingsOn() {
        belt.spendAll();

        var call = desk.call(ANNA, ANNAS_PAGE, "12", "offer").view().call();

        until("the belt is asked", () -> belt.asked().contains(BENS_OTHER));
        untilState(BEN, call, State.RINGING);
        assertThat(trunks.placed).isEmpty();
        desk.answer(BEN, BENS_PAGE, call, "offer");
        untilState(ANNA, call, State.IN_CALL);
    }

    @Test
    void whatAProgramAsksForIsAskedAboutToo() {
        belt.spendAll();
        var call = new RequestedCalls(calls, company).ring(ANNA, OUTSIDE, "CRM");
        untilState(ANNA, call, State.RINGING);

        desk.answer(ANNA, ANNAS_PAGE, call, "offer");

        untilState(ANNA, call, State.ENDED);
        assertThat(why(ANNA, call)).contains(EndReason.SPENDING_LIMIT);
        assertThat(belt.asked()).containsExactly(OUTSIDE);
        assertThat(trunks.placed).isEmpty();
    }

    @Test
    void whomAConferenceCallsInIsAskedAboutToo() {
        var room = new ConferenceDesk(rooms, calls, company);
        desk.call(ANNA, ANNAS_PAGE, "40", "offer");
        until("she is in", () -> seated(room));
        belt.spendAll();

        room.invite(ANNA, ROOM, "0145678999");

        until("the belt is asked", () -> belt.asked().contains(OUTSIDE));
        assertThat(trunks.placed).isEmpty();
        assertThat(seated(room)).as("she stays").isTrue();
    }

    private boolean seated(RoomDesk room) {
        media.hearing.forEach((leg, hears) -> {
            if (hears instanceof Hears.Programme programme && !programme.repeat()) {
                relay.playEnded(leg, programme.play());
            }
        });
        return room.rooms(ANNA).getFirst().stay().isPresent();
    }
}
