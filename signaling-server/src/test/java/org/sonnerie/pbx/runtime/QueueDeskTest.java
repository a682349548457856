package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.Serving;
import org.sonnerie.pbx.queue.AgentDoes;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;
import org.sonnerie.pbx.runtime.fake.OneCompany;

/** Calls that wait in queue 30 of Anna and Ben; Cleo and Dan call. */
class QueueDeskTest extends DeskBench {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final QueueId HELP = new QueueId("help");
    private static final PersonId CLEO = new PersonId("cleo");
    private static final PersonId DAN = new PersonId("dan");
    private static final PageId CLEOS_PAGE = new PageId("p-cleo");
    private static final PageId DANS_PAGE = new PageId("p-dan");

    @Override
    OneCompany company() {
        return new OneCompany(QueueDeskTest::grown);
    }

    private static CompanyPlan grown(CompanyPlan plan) {
        return plan.with(
                        List.of(
                                new Person(ANNA, "Anna", "11"),
                                new Person(BEN, "Ben", "12"),
                                new Person(CLEO, "Cleo", "13"),
                                new Person(DAN, "Dan", "14")),
                        List.of())
                .with(
                        plan.flow()
                                .with(
                                        List.of(
                                                new Queue(HELP, "Help", "30", List.of(ANNA, BEN))
                                                        .with(
                                                                new Serving(
                                                                        Serving.Strategy.IN_ORDER,
                                                                        15,
                                                                        0)))));
    }

    private CallId calls(PersonId person, PageId page) {
        return desk.call(person, page, "30", "offer").view().call();
    }

    private void untilWaiting(int callers) {
        until(callers + " wait", () -> calls.queues().waiting(ACME, HELP).size() == callers);
    }

    @Test
    void eachCallerGetsAnAgentAndTheThirdWaitsUntilOneIsFree() {
        var first = calls(CLEO, CLEOS_PAGE);
        untilState(ANNA, first, State.RINGING);
        var second = calls(DAN, DANS_PAGE);
        untilState(BEN, second, State.RINGING);
        desk.answer(ANNA, ANNAS_PAGE, first, "offer");
        desk.answer(BEN, BENS_PAGE, second, "offer");
        untilState(CLEO, first, State.IN_CALL);
        untilWaiting(0);
        assertThat(calls.queues().does(ACME, ANNA)).isEqualTo(AgentDoes.TALKS);

        var third = calls(CLEO, CLEOS_PAGE);
        untilWaiting(1);
        assertThat(state(ANNA, third)).as("she talks").isEmpty();
        desk.hangUp(BEN, second);
        untilState(BEN, third, State.RINGING);
        assertThat(calls.queues().served(ACME, BEN)).isEqualTo(1);
    }

    @Test
    void whoDeclinesIsPassedOver() {
        var call = calls(CLEO, CLEOS_PAGE);
        untilState(ANNA, call, State.RINGING);
        desk.hangUp(ANNA, call);
        untilState(BEN, call, State.RINGING);
    }

    @Test
    void anAgentWhoComesOnDutyOrWhosePageComesIsRung() {
        duty.off.add(ANNA);
        phones.reachable.add(CLEO);
        var ben = desk.call(BEN, BENS_PAGE, "13", "offer").view().call();
        var call = calls(DAN, DANS_PAGE);
        untilWaiting(1);
        assertThat(state(ANNA, call)).isEmpty();
        assertThat(state(BEN, call)).as("he has another call").isEmpty();

        duty.off.remove(ANNA);
        untilState(ANNA, call, State.RINGING);
        desk.hangUp(BEN, ben);
    }

    @Test
    void withoutAnyAgentTheCallerIsNotLeftWaiting() {
        duty.off.add(ANNA);
        phones.reachable.remove(BEN);
        var call = calls(DAN, DANS_PAGE);
        untilState(DAN, call, State.ENDED);
        untilWaiting(0);
    }

    @Test
    void whoGivesUpIsForgottenAndTheAgentIsFree() {
        var call = calls(DAN, DANS_PAGE);
        untilState(ANNA, call, State.RINGING);
        desk.hangUp(DAN, call);
        untilWaiting(0);
        until("anna is free", () -> calls.queues().does(ACME, ANNA) == AgentDoes.NOTHING);
        untilState(ANNA, calls(CLEO, CLEOS_PAGE), State.RINGING);
    }

    /** Nobody is rung: Anna is off duty, and Ben talks to Cleo. Dan waits. */
    private CallId waitsWhileNobodyIsFree() {
        duty.off.add(ANNA);
        phones.reachable.add(CLEO);
        desk.call(BEN, BENS_PAGE, "13", "offer");
        var call = calls(DAN, DANS_PAGE);
        untilWaiting(1);
        return call;
    }

    private DeskRefusal.Code refused(PersonId person, PageId page, CallId call) {
        return catchThrowableOfType(DeskRefusal.class, () -> desk.take(person, page, call, "offer"))
                .code();
    }

    @Test
    void anAgentTakesExactlyThisCallerOutOfTheQueue() {
        waitsWhileNobodyIsFree();
        var second = calls(CLEO, CLEOS_PAGE);
        untilWaiting(2);
        assertThat(calls.queues().waiting(ACME, HELP))
                .extracting(waiting -> waiting.who().name())
                .containsExactly("Dan", "Cleo");

        var placed = desk.take(ANNA, ANNAS_PAGE, second, "offer");
        assertThat(placed.view().call()).isEqualTo(second);
        assertThat(placed.view().party().name()).isEqualTo("Cleo");
        untilState(ANNA, second, State.IN_CALL);
        untilState(CLEO, second, State.IN_CALL);
        untilWaiting(1);
        assertThat(calls.queues().does(ACME, ANNA)).isEqualTo(AgentDoes.TALKS);
        assertThat(calls.queues().served(ACME, ANNA)).isEqualTo(1);
    }

    @Test
    void whoWasTakenOrIsGoneIsTakenByNobodyElse() {
        var call = waitsWhileNobodyIsFree();
        desk.take(ANNA, ANNAS_PAGE, call, "offer");
        assertThat(refused(BEN, BENS_PAGE, call)).isEqualTo(Code.ANSWERED_ELSEWHERE);
        desk.hangUp(DAN, call);
        untilState(ANNA, call, State.ENDED);
        until("forgotten", () -> calls.queues().placeOf(ACME, call).isEmpty());
        assertThat(refused(BEN, BENS_PAGE, call)).isEqualTo(Code.NO_SUCH_CALL);
    }

    @Test
    void whoServesNotTheQueueTakesNobodyOutOfIt() {
        var call = waitsWhileNobodyIsFree();
        assertThat(refused(CLEO, CLEOS_PAGE, call)).isEqualTo(Code.NO_SUCH_CALL);
        assertThat(calls.queues().waiting(ACME, HELP)).hasSize(1);
        assertThat(state(CLEO, call)).isEmpty();
    }

    @Test
    void whoIsRungHimselfAnswersInstead() {
        var call = calls(DAN, DANS_PAGE);
        untilState(ANNA, call, State.RINGING);
        assertThat(refused(ANNA, ANNAS_PAGE, call)).isEqualTo(Code.WRONG_STATE);
        untilState(ANNA, call, State.RINGING);
        desk.answer(ANNA, ANNAS_PAGE, call, "offer");
        untilState(DAN, call, State.IN_CALL);
    }
}
