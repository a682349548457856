package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.RecordingRules.Consent;
import org.sonnerie.pbx.plan.RecordingRules.Rule;

/** The story of a call says who agreed to its recording, and who did not. */
class ConsentStoryTest {
    private static Scenario aliceIsCalled(Rule rule) {
        Scenario scenario =
                new Scenario(ConsentTest.plan(Consent.ASK, Map.of(DemoCompany.ALICE, rule)));
        scenario.outsider.calls("+15550100101");
        scenario.alice.answers();
        return scenario;
    }

    @Test
    void whoAgrees() {
        Scenario scenario = aliceIsCalled(Rule.ALWAYS);
        scenario.outsider.presses("1");

        assertThat(Told.lines(scenario.logged(), Locale.UK))
                .contains(
                        "Jeanne is asked to agree to the recording.",
                        "Jeanne agrees to the recording.",
                        "The call is recorded from now on, as the plan says.");
    }

    @Test
    void whoRefusesWhatAColleagueWants() {
        Scenario scenario = aliceIsCalled(Rule.ON_DEMAND);
        scenario.alice.wishes(RecordingWish.START);
        scenario.outsider.presses("2");

        assertThat(Told.lines(scenario.logged(), Locale.UK))
                .contains(
                        "Alice Durand wants to record the call.",
                        "Jeanne does not agree: nothing is recorded.");
    }

    @Test
    void whoGivesNoAnswer() {
        Scenario scenario = aliceIsCalled(Rule.ALWAYS);
        scenario.outsider.hearsItOut();

        assertThat(Told.lines(scenario.logged(), Locale.FRENCH))
                .contains("Jeanne ne répond pas\u00a0: rien n’est enregistré.");
    }
}
