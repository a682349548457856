package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RecordingRules;
import org.sonnerie.pbx.plan.RecordingRules.Rule;

/** Recording a call: who is in it, on which side, and from when on. */
class RecordingTest {
    private static final RecordingId FIRST = new RecordingId("c-c1");

    /** Alice and bob may ask for it. */
    private static RecordingRules asked() {
        return people(Map.of(DemoCompany.ALICE, Rule.ON_DEMAND, DemoCompany.BOB, Rule.ON_DEMAND));
    }

    private static RecordingRules people(Map<PersonId, Rule> people) {
        return new RecordingRules(30, people, Map.of(), Map.of(), Map.of(), Map.of());
    }

    static CompanyPlan recording(CompanyPlan plan, RecordingRules rules) {
        return plan.with(plan.facts().with(rules)).consistent();
    }

    /** A plan in which all kinds of rules stand, and whoever is outside is asked. */
    static CompanyPlan recorded(CompanyPlan plan) {
        return recording(
                plan,
                new RecordingRules(
                                30,
                                Map.of(
                                        DemoCompany.ALICE,
                                        Rule.ON_DEMAND,
                                        DemoCompany.BOB,
                                        Rule.ON_DEMAND,
                                        DemoCompany.CAROL,
                                        Rule.NEVER),
                                Map.of(new GroupId("sales"), Rule.ON_DEMAND),
                                Map.of(),
                                Map.of("+15550100101", Rule.ALWAYS),
                                Map.of())
                        .with(RecordingRules.Consent.ASK));
    }

    private static Scenario scenario(RecordingRules rules) {
        return new Scenario(recording(DemoCompany.plan(), rules));
    }

    private static void hearsThatItIsRecorded(Scenario scenario, Party party) {
        assertThat(scenario.heardBy(party.leg()).orElseThrow())
                .isInstanceOfSatisfying(
                        Hears.Programme.class,
                        said ->
                                assertThat(said.sounds())
                                        .containsExactly(new CallSound.Prompt("recording-starts")));
        party.hearsItOut();
    }

    private static void recorded(Scenario scenario, List<Party> left, List<Party> right) {
        assertThat(scenario.effects())
                .contains(
                        new RecordingEffect.RecordFrom(
                                scenario.call().path().lead(),
                                scenario.call().sounds().recording().running().orElseThrow().id(),
                                left.stream().map(Party::leg).toList(),
                                right.stream().map(Party::leg).toList()));
    }

    private static RecordingView shown(Scenario scenario, Party party) {
        return scenario.call().views().stream()
                .filter(view -> view.leg().equals(party.leg()))
                .findFirst()
                .flatMap(view -> view.details().recording())
                .orElse(new RecordingView(RecordingView.State.OFF, List.of()));
    }

    private static Scenario aliceRecordsBob() {
        Scenario scenario = scenario(asked());
        scenario.aliceTalksToBob();
        scenario.alice.wishes(RecordingWish.START);
        hearsThatItIsRecorded(scenario, scenario.alice);
        hearsThatItIsRecorded(scenario, scenario.bob);
        return scenario;
    }

    /** Alice is called from outside and records; all have been told. */
    private static Scenario aliceRecordsTheOutsider() {
        Scenario scenario = scenario(asked());
        scenario.outsider.calls("+15550100101");
        scenario.alice.answers();
        scenario.alice.wishes(RecordingWish.START);
        hearsThatItIsRecorded(scenario, scenario.outsider);
        hearsThatItIsRecorded(scenario, scenario.alice);
        return scenario;
    }

    @Test
    void bothAreToldBeforeTheyAreRecorded() {
        Scenario scenario = scenario(asked());
        scenario.aliceTalksToBob();

        scenario.alice.wishes(RecordingWish.START);
        assertThat(scenario.effects())
                .contains(
                        new RecordingEffect.BeginRecording(
                                scenario.alice.leg(),
                                FIRST,
                                Optional.of(DemoCompany.ALICE),
                                new Named("Alice Durand", "101"),
                                new Named("Bob Moreau", "102")));
        assertThat(scenario.effects()).noneMatch(RecordingEffect.RecordFrom.class::isInstance);

        hearsThatItIsRecorded(scenario, scenario.bob);
        recorded(scenario, List.of(), List.of(scenario.bob));
        scenario.bob.hears(scenario.alice);

        hearsThatItIsRecorded(scenario, scenario.alice);
        recorded(scenario, List.of(scenario.alice), List.of(scenario.bob));
        scenario.alice.hears(scenario.bob);
    }

    @Test
    void bothPagesShowItAndSayWhatCanBeWanted() {
        Scenario scenario = scenario(people(Map.of(DemoCompany.ALICE, Rule.ON_DEMAND)));
        scenario.aliceTalksToBob();
        assertThat(shown(scenario, scenario.alice).wishes()).containsExactly(RecordingWish.START);
        assertThat(shown(scenario, scenario.bob).wishes()).isEmpty();

        scenario.alice.wishes(RecordingWish.START);

        for (Party party : List.of(scenario.alice, scenario.bob)) {
            RecordingView view = shown(scenario, party);
            assertThat(view.state()).isEqualTo(RecordingView.State.ON);
            assertThat(view.wishes()).containsExactly(RecordingWish.PAUSE, RecordingWish.STOP);
        }
    }

    @Test
    void nobodyMayAskUnlessThePlanSaysSo() {
        Scenario scenario = scenario(RecordingRules.NONE);
        scenario.aliceTalksToBob();

        scenario.alice.wishes(RecordingWish.START);

        assertThat(scenario.effects()).isEmpty();
        assertThat(shown(scenario, scenario.alice).wishes()).isEmpty();
    }

    @Test
    void whoMustNeverBeRecordedIsNotAndSilencesTheRecordingWhileHeIsThere() {
        Scenario scenario =
                scenario(
                        people(
                                Map.of(
                                        DemoCompany.ALICE,
                                        Rule.ALWAYS,
                                        DemoCompany.CAROL,
                                        Rule.NEVER)));
        scenario.outsider.calls("+15550100101");
        scenario.alice.answers();
        hearsThatItIsRecorded(scenario, scenario.outsider);
        hearsThatItIsRecorded(scenario, scenario.alice);

        scenario.alice.transfersTo("103");
        scenario.carol.answers();

        recordedNobodySince(scenario);
        scenario.carol.hears(scenario.outsider);
        scenario.carol.transfersTo("102");
        scenario.bob.answers();
        hearsThatItIsRecorded(scenario, scenario.bob);
        recorded(scenario, List.of(scenario.outsider), List.of(scenario.bob));
    }

    private static void recordedNobodySince(Scenario scenario) {
        assertThat(scenario.call().sounds().recording().running().orElseThrow().recorded())
                .isEmpty();
    }

    @Test
    void aPauseIsSilentAndTheRecordingGoesOnInIt() {
        Scenario scenario = aliceRecordsBob();

        scenario.bob.wishes(RecordingWish.PAUSE);
        recorded(scenario, List.of(), List.of());
        assertThat(shown(scenario, scenario.alice))
                .isEqualTo(
                        new RecordingView(
                                RecordingView.State.PAUSED,
                                List.of(RecordingWish.RESUME, RecordingWish.STOP)));

        scenario.alice.wishes(RecordingWish.RESUME);
        recorded(scenario, List.of(scenario.alice), List.of(scenario.bob));
    }

    @Test
    void onHoldNobodyIsRecorded() {
        Scenario scenario = aliceRecordsBob();
        scenario.alice.holds();
        recorded(scenario, List.of(), List.of());
        scenario.alice.resumes();
        recorded(scenario, List.of(scenario.alice), List.of(scenario.bob));
    }

    @Test
    void aReloadIsAPauseAndNobodyIsToldAgain() {
        Scenario scenario = aliceRecordsBob();
        scenario.bob.losesThePage();
        recorded(scenario, List.of(), List.of());
        scenario.bob.isBack();
        recorded(scenario, List.of(scenario.alice), List.of(scenario.bob));
        scenario.bob.hears(scenario.alice);
    }

    @Test
    void aTransferGoesOnInTheSameRecordingWithTheCallerWhereHeWas() {
        Scenario scenario = aliceRecordsTheOutsider();
        recorded(scenario, List.of(scenario.outsider), List.of(scenario.alice));

        scenario.alice.transfersTo("102");
        recordedNobodySince(scenario);
        scenario.bob.answers();
        scenario.outsider.hears(scenario.bob);
        recorded(scenario, List.of(scenario.outsider), List.of());
        hearsThatItIsRecorded(scenario, scenario.bob);
        recorded(scenario, List.of(scenario.outsider), List.of(scenario.bob));
        assertThat(shown(scenario, scenario.bob).state()).isEqualTo(RecordingView.State.ON);
    }

    @Test
    void whoCalledAndHandsOnIsReplacedOnHisSide() {
        Scenario scenario = aliceRecordsBob();

        scenario.alice.transfersTo("103");
        scenario.carol.answers();
        hearsThatItIsRecorded(scenario, scenario.carol);

        recorded(scenario, List.of(scenario.carol), List.of(scenario.bob));
    }

    @Test
    void whoIsAskedMeanwhileIsNotRecordedUntilAllTalk() {
        Scenario scenario = aliceRecordsTheOutsider();

        scenario.alice.asks("102");
        recorded(scenario, List.of(), List.of());
        scenario.bob.answers();
        recordedNobodySince(scenario);
        scenario.bob.hears(scenario.alice);

        scenario.alice.bringsAllTogether();
        hearsThatItIsRecorded(scenario, scenario.bob);
        recorded(scenario, List.of(scenario.outsider), List.of(scenario.alice, scenario.bob));
    }

    @Test
    void aParkedCallIsRecordedAgainWhenSomebodyTakesIt() {
        Scenario scenario = aliceRecordsTheOutsider();
        scenario.alice.parksOn("701");
        recorded(scenario, List.of(), List.of());
        scenario.bob.takes(Way.RETRIEVE);
        hearsThatItIsRecorded(scenario, scenario.bob);
        recorded(scenario, List.of(scenario.outsider), List.of(scenario.bob));
    }

    @Test
    void whileAPinIsTypedNobodyIsRecordedAndAConferenceIsNot() {
        Scenario scenario = aliceRecordsTheOutsider();
        scenario.alice.transfersTo("400");
        recordedNobodySince(scenario);
        scenario.outsider.typesTheRightPin();
        scenario.outsider.hearsItOut();
        assertThat(scenario.call().sounds().recording().running()).isEmpty();
        assertThat(scenario.effects())
                .contains(new RecordingEffect.FinishRecording(scenario.outsider.leg(), FIRST));
    }

    @Test
    void theRecordingEndsWithTheCall() {
        Scenario scenario = aliceRecordsBob();
        scenario.bob.hangsUp();
        assertThat(scenario.effects())
                .contains(new RecordingEffect.FinishRecording(scenario.alice.leg(), FIRST));
        assertThat(scenario.reasons())
                .contains(new RecordingReason.Ended(Optional.empty()))
                .contains(new RecordingReason.Began(Optional.of(DemoCompany.ALICE)));
    }

    @Test
    void whoStopsItCanBeginAnotherOne() {
        Scenario scenario = aliceRecordsBob();
        scenario.alice.wishes(RecordingWish.STOP);
        assertThat(scenario.effects())
                .containsExactly(new RecordingEffect.FinishRecording(scenario.alice.leg(), FIRST));
        scenario.alice.wishes(RecordingWish.START);
        hearsThatItIsRecorded(scenario, scenario.alice);
        assertThat(scenario.call().sounds().recording().running().orElseThrow().id())
                .isEqualTo(new RecordingId("c-c2"));
    }

    @Test
    void whatTheGroupSaysBeginsByItselfAndNobodyStopsIt() {
        RecordingRules rules =
                new RecordingRules(
                        30,
                        Map.of(),
                        Map.of(new GroupId("sales"), Rule.ALWAYS),
                        Map.of(),
                        Map.of(),
                        Map.of());
        Scenario scenario = scenario(rules);
        scenario.outsider.calls("+15550100200");
        scenario.alice.answers();

        hearsThatItIsRecorded(scenario, scenario.outsider);
        hearsThatItIsRecorded(scenario, scenario.alice);

        recorded(scenario, List.of(scenario.outsider), List.of(scenario.alice));
        assertThat(shown(scenario, scenario.alice).wishes()).containsExactly(RecordingWish.PAUSE);
        scenario.alice.wishes(RecordingWish.STOP);
        assertThat(scenario.effects()).isEmpty();
        assertThat(scenario.reasons()).contains(new RecordingReason.Began(Optional.empty()));
    }

    @Test
    void whatTheNumberSaysHoldsWhereverTheCallIsLed() {
        RecordingRules rules =
                new RecordingRules(
                        30,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("+15550100100", Rule.ALWAYS),
                        Map.of());
        Scenario scenario = scenario(rules);
        scenario.outsider.calls("+15550100100");
        scenario.outsider.presses("0");
        scenario.alice.answers();
        hearsThatItIsRecorded(scenario, scenario.outsider);
        hearsThatItIsRecorded(scenario, scenario.alice);
        recorded(scenario, List.of(scenario.outsider), List.of(scenario.alice));
    }

    @Test
    void whoCannotHearTheAnnouncementTalksUnrecorded() {
        Scenario scenario = scenario(asked());
        scenario.aliceTalksToBob();
        scenario.alice.wishes(RecordingWish.START);
        hearsThatItIsRecorded(scenario, scenario.alice);

        scenario.passes(13);

        scenario.bob.hears(scenario.alice);
        assertThat(scenario.call().sounds().recording().running().orElseThrow().recorded())
                .containsExactly(scenario.alice.leg());
        assertThat(scenario.reasons())
                .contains(new RecordingReason.NotTold(new Named("Bob Moreau", "102")));
    }

    @Test
    void aDiskThatFailsEndsTheRecordingNotTheCall() {
        Scenario scenario = aliceRecordsBob();
        scenario.happens(new RecordingEvent.RecordingClosed(scenario.now(), FIRST, true));
        assertThat(shown(scenario, scenario.bob).state()).isEqualTo(RecordingView.State.OFF);
        assertThat(scenario.reasons()).contains(new RecordingReason.Broke());
        scenario.alice.hears(scenario.bob);
    }

    @Test
    void afterARestartWhatThePlanSaysBeginsAnew() {
        Scenario scenario = scenario(people(Map.of(DemoCompany.ALICE, Rule.ALWAYS)));
        scenario.aliceTalksToBob();
        hearsThatItIsRecorded(scenario, scenario.alice);
        scenario.serverRestarts();
        assertThat(scenario.call().sounds().recording().running()).isEmpty();
        scenario.alice.isBack();
        scenario.bob.isBack();
        assertThat(scenario.call().sounds().recording().running().orElseThrow().id())
                .isEqualTo(new RecordingId("c-c2"));
        hearsThatItIsRecorded(scenario, scenario.bob);
    }
}
