package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RecordingRules;
import org.sonnerie.pbx.plan.RecordingRules.Consent;
import org.sonnerie.pbx.plan.RecordingRules.Rule;

/** What is told or asked before a call is recorded, in each of the three ways. */
class ConsentTest {
    private static final String NUMBER = "+15550100101";
    private static final Named OUTSIDER = new Named("Jeanne", Party.OUTSIDE_NUMBER);

    private static final Map<PersonId, Rule> ON_DEMAND =
            Map.of(DemoCompany.ALICE, Rule.ON_DEMAND, DemoCompany.BOB, Rule.ON_DEMAND);

    static CompanyPlan plan(Consent consent, Map<PersonId, Rule> people) {
        RecordingRules rules =
                new RecordingRules(30, people, Map.of(), Map.of(), Map.of(), Map.of());
        return RecordingTest.recording(DemoCompany.plan(), rules.with(consent));
    }

    /** The outsider has called Alice, who is always recorded. */
    private static Scenario aliceIsAlwaysRecorded(Consent consent) {
        return aliceIsCalled(plan(consent, Map.of(DemoCompany.ALICE, Rule.ALWAYS)));
    }

    private static Scenario aliceIsCalled(CompanyPlan plan) {
        Scenario scenario = new Scenario(plan);
        scenario.outsider.calls(NUMBER);
        scenario.alice.answers();
        return scenario;
    }

    private static void isAsked(Party party) {
        assertThat(party.sounds())
                .containsExactly(new CallSound.Prompt("recording-ask"), new CallSound.Pause(6_000));
    }

    private static void records(Scenario scenario, Party... parties) {
        assertThat(scenario.call().sounds().recording().running().orElseThrow().recorded())
                .containsExactlyInAnyOrderElementsOf(
                        List.of(parties).stream().map(Party::leg).toList());
    }

    private static RecordingView seenBy(Party party) {
        return party.view().details().recording().orElseThrow();
    }

    private static void sees(Party party, RecordingView.State state, RecordingWish... wishes) {
        assertThat(seenBy(party)).isEqualTo(new RecordingView(state, List.of(wishes)));
    }

    private static boolean fileWasBegun(Scenario scenario) {
        return scenario.effects().stream()
                .anyMatch(RecordingEffect.BeginRecording.class::isInstance);
    }

    @Test
    void theOutsiderIsAskedAndTheColleagueToldAndNothingIsRecordedMeanwhile() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.ASK);

        isAsked(scenario.outsider);
        scenario.alice.hearsPrompts("recording-asked");
        scenario.alice.hearsItOut();

        scenario.alice.hears(scenario.outsider);
        sees(scenario.alice, RecordingView.State.ASKING);
        records(scenario);
        assertThat(fileWasBegun(scenario)).isFalse();
        assertThat(scenario.reasons())
                .contains(new RecordingReason.Asked(OUTSIDER))
                .noneMatch(RecordingReason.Began.class::isInstance);
    }

    @Test
    void itIsRecordedFromTheMomentOfTheAgreement() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.ASK);
        scenario.alice.hearsItOut();

        scenario.outsider.presses("1");

        assertThat(fileWasBegun(scenario)).isTrue();
        records(scenario, scenario.outsider, scenario.alice);
        sees(scenario.alice, RecordingView.State.ON, RecordingWish.PAUSE);
        scenario.outsider.hears(scenario.alice);
        assertThat(scenario.reasons())
                .contains(
                        new RecordingReason.Agreed(OUTSIDER),
                        new RecordingReason.Began(Optional.empty()));
    }

    @Test
    void whoAgreesBeforeTheColleagueWasToldIsRecordedAloneUntilThen() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.ASK);

        scenario.outsider.presses("1");
        records(scenario, scenario.outsider);

        scenario.alice.hearsItOut();
        records(scenario, scenario.outsider, scenario.alice);
    }

    @Test
    void whoRefusesTalksUnrecordedAndTheColleagueSeesIt() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.ASK);

        scenario.outsider.presses("2");

        scenario.outsider.hears(scenario.alice);
        scenario.alice.hears(scenario.outsider);
        records(scenario);
        sees(scenario.alice, RecordingView.State.REFUSED, RecordingWish.START);
        scenario.outsider.presses("1");
        records(scenario);
        scenario.outsider.hangsUp();
        scenario.isOver();
        assertThat(scenario.effects()).noneMatch(RecordingEffect.class::isInstance);
        assertThat(scenario.reasons())
                .contains(new RecordingReason.Refused(OUTSIDER, true))
                .noneMatch(RecordingReason.Ended.class::isInstance);
    }

    @Test
    void whoSaysNothingIsNotRecorded() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.ASK);
        scenario.alice.hearsItOut();
        scenario.outsider.presses("5#");
        isAsked(scenario.outsider);

        scenario.outsider.hearsItOut();

        scenario.outsider.hears(scenario.alice);
        records(scenario);
        sees(scenario.alice, RecordingView.State.REFUSED, RecordingWish.START);
        assertThat(scenario.reasons()).contains(new RecordingReason.Refused(OUTSIDER, false));
    }

    @Test
    void aQuestionWhoseEndIsNotToldKeepsNobody() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.ASK);

        scenario.passes(26);

        scenario.outsider.hears(scenario.alice);
        records(scenario);
        assertThat(scenario.reasons())
                .contains(new RecordingReason.Refused(OUTSIDER, false))
                .contains(new RecordingReason.NotTold(new Named("Alice Durand", "101")));
    }

    @Test
    void whoRefusedCanBeAskedOnceMore() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.ASK);
        scenario.alice.hearsItOut();
        scenario.outsider.presses("2");

        scenario.alice.wishes(RecordingWish.START);

        isAsked(scenario.outsider);
        sees(scenario.alice, RecordingView.State.ASKING);
        assertThat(scenario.reasons()).contains(new RecordingReason.Wanted(DemoCompany.ALICE));
        scenario.outsider.presses("1");
        records(scenario, scenario.outsider, scenario.alice);
    }

    @Test
    void inMidCallItBeginsWithTheAgreementAndTheQuestionCanBeTakenBack() {
        Scenario scenario = aliceIsCalled(plan(Consent.ASK, ON_DEMAND));
        scenario.outsider.hears(scenario.alice);

        scenario.alice.wishes(RecordingWish.START);
        isAsked(scenario.outsider);
        sees(scenario.alice, RecordingView.State.ASKING, RecordingWish.STOP);
        assertThat(fileWasBegun(scenario)).isFalse();
        scenario.alice.wishes(RecordingWish.STOP);
        scenario.outsider.hears(scenario.alice);
        assertThat(scenario.effects()).noneMatch(RecordingEffect.class::isInstance);
        sees(scenario.alice, RecordingView.State.OFF, RecordingWish.START);

        scenario.alice.wishes(RecordingWish.START);
        scenario.outsider.presses("1");
        assertThat(scenario.effects()).anyMatch(RecordingEffect.BeginRecording.class::isInstance);
        scenario.alice.hearsItOut();
        records(scenario, scenario.outsider, scenario.alice);
        assertThat(scenario.reasons())
                .contains(new RecordingReason.Began(Optional.of(DemoCompany.ALICE)));
    }

    @Test
    void peopleOfTheCompanyAreToldNotAsked() {
        Scenario scenario = new Scenario(plan(Consent.ASK, ON_DEMAND));
        scenario.aliceTalksToBob();

        scenario.alice.wishes(RecordingWish.START);

        assertThat(fileWasBegun(scenario)).isTrue();
        scenario.alice.hearsPrompts("recording-starts");
        scenario.bob.hearsPrompts("recording-starts");
        scenario.alice.hearsItOut();
        scenario.bob.hearsItOut();
        records(scenario, scenario.alice, scenario.bob);
    }

    @Test
    void whoIsCalledOutsideIsAskedToo() {
        Scenario scenario = new Scenario(plan(Consent.ASK, Map.of(DemoCompany.ALICE, Rule.ALWAYS)));
        scenario.alice.dials("+33145678902");
        scenario.outsider.answers();

        isAsked(scenario.outsider);
        scenario.outsider.presses("1");
        scenario.alice.hearsItOut();
        records(scenario, scenario.outsider, scenario.alice);
    }

    @Test
    void whoHasAgreedIsNotAskedAgainAfterATransferAndTheNewColleagueIsTold() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.ASK);
        scenario.alice.hearsItOut();
        scenario.outsider.presses("1");

        scenario.alice.transfersTo("102");
        scenario.bob.answers();

        scenario.outsider.hears(scenario.bob);
        scenario.bob.hearsPrompts("recording-starts");
        records(scenario, scenario.outsider);
        scenario.bob.hearsItOut();
        records(scenario, scenario.outsider, scenario.bob);
    }

    @Test
    void whoRefusedTalksToTheNextColleagueUnrecordedWithoutAWord() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.ASK);
        scenario.outsider.presses("2");

        scenario.alice.transfersTo("102");
        scenario.bob.answers();

        scenario.outsider.hears(scenario.bob);
        scenario.bob.hears(scenario.outsider);
        records(scenario);
        assertThat(seenBy(scenario.bob).state()).isEqualTo(RecordingView.State.REFUSED);
    }

    @Test
    void aNewOutsiderIsAskedAndTheRecordingIsSilentUntilHeAgrees() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.ASK);
        scenario.alice.hearsItOut();
        scenario.outsider.presses("1");
        LegId first = scenario.outsider.leg();

        scenario.alice.asks("+33145678902");
        scenario.outsider.answers();
        scenario.alice.bringsAllTogether();

        isAsked(scenario.outsider);
        records(scenario);
        scenario.outsider.presses("1");
        assertThat(scenario.call().sounds().recording().running().orElseThrow().recorded())
                .containsExactlyInAnyOrder(first, scenario.alice.leg(), scenario.outsider.leg());
    }

    @Test
    void oneWhoRefusesKeepsAllFromBeingRecordedWhileHeIsThere() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.ASK);
        scenario.alice.hearsItOut();
        scenario.outsider.presses("1");
        LegId first = scenario.outsider.leg();
        scenario.alice.asks("+33145678902");
        scenario.outsider.answers();
        scenario.alice.bringsAllTogether();

        scenario.outsider.presses("2");
        records(scenario);

        scenario.outsider.hangsUp();
        assertThat(scenario.call().sounds().recording().running().orElseThrow().recorded())
                .containsExactlyInAnyOrder(first, scenario.alice.leg());
    }

    @Test
    void onHoldNobodyIsAskedAndAfterItAnew() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.ASK);

        scenario.alice.holds();
        scenario.outsider.hearsMusic();
        scenario.outsider.presses("1");
        records(scenario);

        scenario.alice.resumes();
        isAsked(scenario.outsider);
        scenario.outsider.presses("1");
        records(scenario, scenario.outsider);
    }

    @Test
    void aReloadAsksAnewAndOnlyWhoHasNotAnswered() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.ASK);
        scenario.alice.losesThePage();
        scenario.alice.isBack();
        isAsked(scenario.outsider);
        scenario.outsider.presses("1");
        scenario.alice.hearsItOut();

        scenario.alice.losesThePage();
        records(scenario);
        scenario.alice.isBack();

        scenario.outsider.hears(scenario.alice);
        records(scenario, scenario.outsider, scenario.alice);
    }

    @Test
    void aColleaguesKeysAnswerForNobody() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.ASK);
        scenario.alice.presses("1");
        isAsked(scenario.outsider);
        records(scenario);
    }

    @Test
    void keysInAMenuGoToTheMenu() {
        RecordingRules rules =
                new RecordingRules(
                        30,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("+15550100100", Rule.ALWAYS),
                        Map.of());
        Scenario scenario =
                new Scenario(RecordingTest.recording(DemoCompany.plan(), rules.with(Consent.ASK)));
        scenario.outsider.calls("+15550100100");
        scenario.outsider.presses("0");
        scenario.alice.answers();

        isAsked(scenario.outsider);
        scenario.outsider.presses("1");
        records(scenario, scenario.outsider);
    }

    @Test
    void whereTheCompanyTellsItsCallersItselfTheFirstWordIsRecorded() {
        Scenario scenario = aliceIsAlwaysRecorded(Consent.TOLD);

        assertThat(fileWasBegun(scenario)).isTrue();
        records(scenario, scenario.outsider, scenario.alice);
        scenario.outsider.hears(scenario.alice);
        scenario.alice.hears(scenario.outsider);
        sees(scenario.alice, RecordingView.State.ON, RecordingWish.PAUSE);
        scenario.alice.transfersTo("102");
        scenario.bob.answers();
        scenario.bob.hears(scenario.outsider);
        records(scenario, scenario.outsider, scenario.bob);
    }

    @Test
    void inAConferenceAllAreToldWhateverThePlanSays() {
        for (Consent consent : Consent.values()) {
            Scenario scenario = new Scenario(plan(consent, Map.of()));
            scenario.outsider.calls(NUMBER);
            scenario.alice.answers();
            scenario.alice.transfersTo("400");
            scenario.outsider.typesTheRightPin();
            scenario.outsider.hearsItOut();
            scenario.outsider.isSeated(Standing.IN);

            scenario.happens(new RoomRecorded(scenario.now(), scenario.outsider.leg(), true));

            scenario.outsider.hearsPrompts("conference-recorded");
        }
    }
}
