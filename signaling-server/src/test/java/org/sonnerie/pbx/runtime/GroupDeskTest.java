package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.plan.Ringing;
import org.sonnerie.pbx.plan.Ringing.Meanwhile;
import org.sonnerie.pbx.plan.Ringing.Strategy;
import org.sonnerie.pbx.runtime.fake.OneCompany;

/**
 * Groups that remember, and a person who wants one call at a time: Ben. Cleo and Dan are there,
 * too; 20 rings Anna, Ben and Cleo by turns, 21 whoever of them has been longest without a call.
 */
class GroupDeskTest extends DeskBench {
    private static final PersonId CLEO = new PersonId("cleo");
    private static final PersonId DAN = new PersonId("dan");
    private static final PageId CLEOS_PAGE = new PageId("p-cleo");
    private static final PageId DANS_PAGE = new PageId("p-dan");

    @Override
    OneCompany company() {
        return new OneCompany(GroupDeskTest::grown);
    }

    private static CompanyPlan grown(CompanyPlan plan) {
        return plan.with(
                List.of(
                        new Person(ANNA, "Anna", "11"),
                        new Person(BEN, "Ben", "12", 20, false, Reach.PHONE_ONLY),
                        new Person(CLEO, "Cleo", "13"),
                        new Person(DAN, "Dan", "14")),
                List.of(
                        group("turns", "20", Strategy.ROUND_ROBIN),
                        group("idle", "21", Strategy.LONGEST_IDLE)));
    }

    private static RingGroup group(String id, String extension, Strategy strategy) {
        return new RingGroup(
                new GroupId(id),
                id,
                extension,
                List.of(ANNA, BEN, CLEO),
                60,
                new Ringing(strategy, 15, Meanwhile.RING_BACK),
                Optional.empty(),
                false);
    }

    @BeforeEach
    void cleoIsThere() {
        phones.reachable.add(CLEO);
    }

    private CallId danCalls(String number) {
        return desk.call(DAN, DANS_PAGE, number, "offer").view().call();
    }

    private List<PersonId> order(CallId call) {
        until(
                "the order is found",
                () ->
                        log.of(call).stream()
                                .anyMatch(e -> e.event() instanceof CallEvent.MembersOrdered));
        return log.of(call).stream()
                .map(EventLog.LoggedEvent::event)
                .filter(CallEvent.MembersOrdered.class::isInstance)
                .map(CallEvent.MembersOrdered.class::cast)
                .findFirst()
                .orElseThrow()
                .members();
    }

    private void ends(PersonId person, CallId call) {
        desk.hangUp(person, call);
        untilState(person, call, State.ENDED);
    }

    private void assertBusy(CallId call) {
        until(
                "dan is told that ben is busy",
                () ->
                        desk.calls(DAN).stream()
                                .anyMatch(view ->
                                        view.call().equals(call)
                                                && view.ended()
                                                        .filter(EndReason.BUSY::equals)
                                                        .isPresent()));
    }

    @Test
    void whoWantsOneCallAtATimeIsBusyWhileHeHasOneAndAReplaySaysTheSame() {
        var talk = theyTalk();

        var call = danCalls("12");

        assertBusy(call);
        assertThat(state(BEN, call)).isNotEqualTo(Optional.of(State.RINGING));
        var events = log.of(call).stream().map(EventLog.LoggedEvent::event).toList();
        assertThat(events)
                .anyMatch(event ->
                        event instanceof CallEvent.LegEnded ended
                                && ended.reason() == EndReason.BUSY);
        var replayed = Call.replay(call, company.all().getFirst(), events);
        assertThat(replayed.views().getFirst().ended()).contains(EndReason.BUSY);

        ends(ANNA, talk);
        untilState(BEN, danCalls("12"), State.RINGING);
    }

    @Test
    void whatOnlyRingsKeepsHimFromNoCall() {
        annaCallsBen();

        untilState(BEN, danCalls("12"), State.RINGING);
    }

    @Test
    void whoPlacesACallHasOne() {
        var ringing = desk.call(BEN, BENS_PAGE, "13", "offer").view().call();
        untilState(CLEO, ringing, State.RINGING);

        assertBusy(danCalls("12"));
    }

    @Test
    void whoLetsCallsWaitIsRungWhileHeTalks() {
        theyTalk();

        untilState(ANNA, danCalls("11"), State.RINGING);
    }

    @Test
    void byTurnsEachCallBeginsWithTheNext() {
        for (var first : List.of(ANNA, BEN, CLEO, ANNA)) {
            var call = danCalls("20");
            assertThat(order(call).getFirst()).isEqualTo(first);
            untilState(first, call, State.RINGING);
            ends(DAN, call);
        }
        assertThat(order(danCalls("20"))).containsExactly(BEN, CLEO, ANNA);
    }

    @Test
    void whoHasBeenLongestWithoutACallIsRungFirstAndWhoTalksLast() {
        assertThat(order(danCalls("21"))).as("as in the plan").containsExactly(ANNA, BEN, CLEO);

        var early = desk.call(CLEO, CLEOS_PAGE, "12", "offer").view().call();
        untilState(BEN, early, State.RINGING);
        desk.answer(BEN, BENS_PAGE, early, "offer");
        untilState(CLEO, early, State.IN_CALL);
        assertThat(order(danCalls("21"))).as("anna has no call").containsExactly(ANNA, BEN, CLEO);
        ends(BEN, early);
        untilState(CLEO, early, State.ENDED);

        var late = desk.call(ANNA, ANNAS_PAGE, "13", "offer").view().call();
        untilState(CLEO, late, State.RINGING);
        desk.answer(CLEO, CLEOS_PAGE, late, "offer");
        untilState(ANNA, late, State.IN_CALL);
        assertThat(order(danCalls("21")).getFirst()).isEqualTo(BEN);
    }
}
