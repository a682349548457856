package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.plan.Counter.SUPPORT;
import static org.sonnerie.pbx.plan.DemoCompany.ALICE;
import static org.sonnerie.pbx.plan.DemoCompany.BOB;
import static org.sonnerie.pbx.plan.DemoCompany.CAROL;
import static org.sonnerie.pbx.plan.DemoCompany.SALES;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.Counter;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.Serving.Strategy;
import org.sonnerie.pbx.plan.Telling;

/** A caller in a queue; whoever serves all queues is told by the tests. */
final class QueueingTest {
    private Scenario scenario;

    @BeforeEach
    void open() {
        company(Counter.support().with(Counter.impatient()));
    }

    private void company(Queue queue) {
        scenario = new Scenario(Counter.plan(queue).consistent());
    }

    private void offers(int offer, PersonId... agents) {
        LegId lead = scenario.call().path().lead();
        scenario.happens(
                new CallEvent.AgentsOffered(scenario.now(), lead, SUPPORT, offer, List.of(agents)));
    }

    private void told(int position, Optional<Integer> seconds) {
        tells(position, seconds, true);
    }

    private void tells(int position, Optional<Integer> seconds, boolean staffed) {
        LegId lead = scenario.call().path().lead();
        scenario.happens(
                new CallEvent.QueueTold(scenario.now(), lead, SUPPORT, position, seconds, staffed));
    }

    private QueueStay stay() {
        return scenario.call().queued().orElseThrow();
    }

    private Destination.ToPerson alice() {
        return new Destination.ToPerson(ALICE);
    }

    @Test
    void aCallerIsAnsweredToldHisPlaceAndHearsMusicUntilAnAgentTakesTheCall() {
        scenario.outsider.calls(Counter.NUMBER);
        scenario.outsider.isAnswered();
        scenario.outsider.hearsMusic();
        assertThat(stay().ringing()).isEmpty();

        told(2, Optional.of(130));
        scenario.outsider.hearsPrompts(
                "queue-position", "number-2", "queue-wait-about", "number-3", "minutes");
        scenario.outsider.hearsItOut();
        scenario.outsider.hearsMusic();

        scenario.passes(10);
        offers(1, BOB);
        scenario.bob.isRung();
        scenario.bob.rings();
        scenario.bob.sees(CallView.State.RINGING);
        scenario.bob.seesParty("Jeanne", "+33612345678", "Support");
        scenario.outsider.hearsMusic();
        assertThat(stay().ringing()).isEqualTo(Set.of(BOB));

        scenario.bob.answers();
        scenario.outsider.hears(scenario.bob);
        scenario.bob.hears(scenario.outsider);
        assertThat(scenario.call().queued()).isEmpty();
        assertThat(scenario.reasons())
                .contains(
                        new OnQueue.Enters(SUPPORT, 0),
                        new OnQueue.Standing(SUPPORT, 2, Optional.of(130)),
                        new OnQueue.Rings(SUPPORT, Strategy.LONGEST_IDLE, List.of(BOB), 10),
                        new Reason.Answered(BOB));
    }

    @Test
    void whoDoesNotAnswerIsLetGoAndTheNextIsRung() {
        scenario.outsider.calls(Counter.NUMBER);
        offers(1, BOB);
        scenario.bob.rings();
        scenario.passes(15);
        scenario.bob.isOut(EndReason.NO_ANSWER);
        scenario.outsider.hearsMusic();
        assertThat(stay().ringing()).isEmpty();
        assertThat(stay().offer()).isEqualTo(1);

        offers(2, CAROL);
        scenario.carol.rings();
        scenario.carol.declines();
        scenario.goesOn();
        offers(3, BOB, CAROL);
        assertThat(stay().ringing()).isEqualTo(Set.of(BOB, CAROL));
    }

    @Test
    void anOfferThatCameTwiceOrTooLateRingsNobodyAgain() {
        scenario.outsider.calls(Counter.NUMBER);
        offers(2, BOB);
        scenario.bob.rings();
        offers(2, CAROL);
        offers(1, CAROL);
        assertThat(stay().ringing()).isEqualTo(Set.of(BOB));
        offers(3, CAROL);
        assertThat(stay().ringing()).as("one at a time").isEqualTo(Set.of(BOB));
        assertThat(stay().offer()).isEqualTo(3);
    }

    @Test
    void whoeverAnswersFirstHasTheCallAndTheOthersStopRinging() {
        scenario.outsider.calls(Counter.NUMBER);
        offers(1, BOB, CAROL);
        scenario.bob.rings();
        scenario.carol.rings();
        scenario.carol.answers();
        scenario.bob.isOut(EndReason.ANSWERED_ELSEWHERE);
        scenario.outsider.hears(scenario.carol);
    }

    @Test
    void heIsToldAgainWithAnAdvertEachTimeAndOnlyWhenItWasAsked() {
        company(
                Counter.support()
                        .with(
                                new Telling(
                                        Optional.of("closed"),
                                        20,
                                        true,
                                        true,
                                        List.of("first", "second"))));
        scenario.outsider.calls(Counter.NUMBER);
        told(1, Optional.empty());
        scenario.outsider.hearsPrompts("closed", "queue-next");
        scenario.outsider.hearsItOut();
        told(1, Optional.empty());
        scenario.outsider.hearsMusic();

        scenario.passes(20);
        assertThat(scenario.effects())
                .contains(new CallEffect.AskQueue(scenario.call().path().lead(), SUPPORT));
        told(1, Optional.of(20));
        scenario.outsider.hearsPrompts("queue-next", "queue-wait-soon", "first");
        scenario.outsider.hearsItOut();
        scenario.passes(20);
        told(42, Optional.of(20 * 60));
        scenario.outsider.hearsPrompts(
                "queue-position",
                "number-42",
                "queue-wait-about",
                "number-20",
                "minutes",
                "second");
    }

    @Test
    void aFullQueueLeadsOn() {
        scenario.outsider.calls(Counter.NUMBER);
        told(3, Optional.empty());
        scenario.alice.isRung();
        assertThat(scenario.reasons())
                .contains(
                        new OnQueue.Leaves(
                                SUPPORT,
                                OnQueue.Why.FULL,
                                0,
                                Optional.of(new Destination.ToGroup(SALES))));
    }

    @Test
    void whoHasWaitedTooLongIsLedOnAndWhoeverIsRungForHimIsLetGo() {
        scenario.outsider.calls(Counter.NUMBER);
        told(1, Optional.empty());
        scenario.passes(55);
        offers(1, BOB);
        scenario.bob.rings();
        scenario.passes(5);
        scenario.bob.isOut(EndReason.NO_ANSWER);
        scenario.alice.isRung();
        assertThat(scenario.call().queued()).isEmpty();
        assertThat(scenario.reasons())
                .contains(
                        new OnQueue.Leaves(
                                SUPPORT, OnQueue.Why.TOO_LONG, 60, Optional.of(alice())));
    }

    @Test
    void withoutAgentsTheMailboxTakesTheCallOrTheCallerIsTold() {
        scenario.outsider.calls(Counter.NUMBER);
        tells(1, Optional.empty(), false);
        scenario.outsider.hearsPrompts("not-available");
        scenario.outsider.hearsItOut();
        scenario.isOver();

        company(Counter.support().withVoicemail());
        scenario.outsider.calls(Counter.NUMBER);
        tells(1, Optional.empty(), false);
        scenario.outsider.hearsPromptsThenTone("voicemail-greeting-group");
        assertThat(scenario.reasons()).contains(new Reason.TakesMessage(MailboxId.of(SUPPORT)));
    }

    @Test
    void aKeyLeadsOutOfTheQueue() {
        scenario.outsider.calls(Counter.NUMBER);
        offers(1, BOB);
        scenario.bob.rings();
        scenario.outsider.presses("2");
        scenario.outsider.hearsMusic();
        scenario.outsider.presses("1");
        scenario.bob.isOut(EndReason.CANCELLED);
        scenario.alice.isRung();
        assertThat(scenario.reasons())
                .contains(new OnQueue.Leaves(SUPPORT, OnQueue.Why.KEY, 0, Optional.of(alice())));
    }

    @Test
    void whoGivesUpEndsTheRinging() {
        scenario.outsider.calls(Counter.NUMBER);
        offers(1, BOB);
        scenario.bob.rings();
        scenario.outsider.hangsUp();
        scenario.bob.isOut(EndReason.CANCELLED);
        scenario.isOver();
        assertThat(scenario.call().queued()).isEmpty();
    }

    @Test
    void aPersonCanWaitReloadHisPageAndKeepsHisPlace() {
        scenario.alice.dials("300");
        scenario.alice.hearsMusic();
        scenario.passes(30);
        scenario.alice.losesThePage();
        assertThat(stay().present()).isFalse();
        offers(1, BOB);
        assertThat(stay().ringing()).as("nobody would be there").isEmpty();
        scenario.alice.isBack();
        assertThat(stay().present()).isTrue();
        assertThat(stay().place().since()).isEqualTo(Scenario.BEGIN);
        scenario.alice.hearsMusic();
    }

    @Test
    void whatIsHandedOnToAQueueWaitsThereAndDoesNotComeBack() {
        scenario.outsider.calls("+15550100101");
        scenario.alice.rings();
        scenario.alice.answers();
        scenario.alice.transfersTo("300");
        scenario.alice.isOut(EndReason.TRANSFERRED);
        scenario.outsider.hearsMusic();
        scenario.passes(40);
        offers(1, CAROL);
        scenario.carol.rings();
        scenario.carol.answers();
        scenario.outsider.hears(scenario.carol);
    }

    @Test
    void aRingingAgentsCallCanBePickedUp() {
        scenario.outsider.calls(Counter.NUMBER);
        offers(1, BOB);
        scenario.bob.rings();
        scenario.alice.takes(Way.PICKUP);
        scenario.bob.isOut(EndReason.ANSWERED_ELSEWHERE);
        scenario.outsider.hears(scenario.alice);
    }

    @Test
    void anAgentTakesACallerForWhomNobodyIsRung() {
        scenario.outsider.calls(Counter.NUMBER);
        told(2, Optional.empty());
        scenario.carol.takes(Way.OUT_OF_TURN);
        scenario.outsider.hears(scenario.carol);
        scenario.carol.sees(CallView.State.IN_CALL);
        assertThat(scenario.call().queued()).isEmpty();
        assertThat(scenario.reasons()).contains(new Reason.Took(CAROL, Way.OUT_OF_TURN));

        offers(1, BOB);
        scenario.bob.isNotRung();
        scenario.carol.hangsUp();
        scenario.isOver();
    }

    @Test
    void whoIsRungForACallerWhomAnotherTakesIsToldSo() {
        scenario.outsider.calls(Counter.NUMBER);
        offers(1, BOB);
        scenario.bob.rings();
        scenario.carol.takes(Way.OUT_OF_TURN);
        scenario.bob.isOut(EndReason.ANSWERED_ELSEWHERE);
        scenario.outsider.hears(scenario.carol);
    }

    @Test
    void aCallerIsTakenOnceAndOnlyWhileHeWaitsAndIsThere() {
        scenario.alice.dials("300");
        scenario.alice.losesThePage();
        scenario.carol.takes(Way.OUT_OF_TURN);
        scenario.carol.isNotRung();
        scenario.alice.isBack();
        scenario.alice.takes(Way.OUT_OF_TURN);
        assertThat(scenario.call().queued()).as("nobody takes himself").isPresent();

        scenario.bob.takes(Way.OUT_OF_TURN);
        scenario.alice.hears(scenario.bob);
        scenario.carol.takes(Way.OUT_OF_TURN);
        scenario.alice.hears(scenario.bob);
    }

    @Test
    void aParkedCallIsNotTakenAsIfItWaitedInAQueue() {
        scenario.outsider.calls("+15550100101");
        scenario.alice.rings();
        scenario.bob.takes(Way.OUT_OF_TURN);
        scenario.alice.sees(CallView.State.RINGING);
        scenario.alice.answers();
        scenario.alice.parksOn("701");
        scenario.bob.takes(Way.OUT_OF_TURN);
        assertThat(scenario.call().slot()).contains("701");
    }

    @Test
    void theServerRestartsAndAPersonKeepsHisPlaceWhileAnOutsiderIsGone() {
        scenario.alice.dials("300");
        offers(1, BOB);
        scenario.bob.rings();
        scenario.serverRestarts();
        scenario.bob.isOut(EndReason.SERVER_RESTARTED);
        assertThat(stay().ringing()).isEmpty();
        scenario.alice.isBack();
        scenario.alice.hearsMusic();

        company(Counter.support());
        scenario.outsider.calls(Counter.NUMBER);
        scenario.serverRestarts();
        scenario.isOver();
    }
}
