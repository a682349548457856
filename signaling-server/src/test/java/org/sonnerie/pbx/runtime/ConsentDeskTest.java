package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.call.RecordingView;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.RecordingRules;
import org.sonnerie.pbx.plan.RecordingRules.Consent;
import org.sonnerie.pbx.plan.RecordingRules.Rule;
import org.sonnerie.pbx.runtime.fake.OneCompany;

/** A key on the carrier's side lets the file begin; keys of a page do not, nor does a refusal. */
class ConsentDeskTest extends DeskBench {
    private LegId line = new LegId("none");
    private CallId call = new CallId("none");

    @Override
    OneCompany company() {
        return new OneCompany(ConsentDeskTest::asking);
    }

    private static CompanyPlan asking(CompanyPlan plan) {
        RecordingRules rules =
                new RecordingRules(
                        30, Map.of(ANNA, Rule.ALWAYS), Map.of(), Map.of(), Map.of(), Map.of());
        return plan.with(plan.facts().with(rules.with(Consent.ASK)));
    }

    @BeforeEach
    void annaAnswersACallFromOutside() {
        line = arrives("offer");
        call = CallIds.callOf(line);
        desk.answer(ANNA, ANNAS_PAGE, call, "offer");
        untilState(ANNA, call, State.IN_CALL);
        until("the line is asked", () -> hears(line, "recording-ask"));
    }

    private boolean hears(LegId leg, String prompt) {
        return media.hearing.get(leg) instanceof Hears.Programme programme
                && programme.sounds().contains(new CallSound.Prompt(prompt));
    }

    private boolean annaSees(RecordingView.State state) {
        return desk.calls(ANNA).stream()
                .flatMap(view -> view.details().recording().stream())
                .anyMatch(recording -> recording.state() == state);
    }

    @Test
    void oneOnTheLineAgrees() {
        desk.digits(ANNA, call, "1");
        Awaited.result(calls.find(call).orElseThrow().loop().look());
        assertThat(annaSees(RecordingView.State.ASKING)).isTrue();
        assertThat(recordings.told).isEmpty();

        relay.digitPressed(line, '1');

        RecordingId id = new RecordingId(call.text() + "-c1");
        until("it is recorded", () -> ("[" + line + "] | []").equals(media.recordings.get(id)));
        assertThat(recordings.told).singleElement().asString().startsWith("begin " + id);
        until("anna sees it", () -> annaSees(RecordingView.State.ON));
    }

    @Test
    void twoOnTheLineRefusesAndThereIsNoFileEver() {
        relay.digitPressed(line, '2');

        until("anna sees it", () -> annaSees(RecordingView.State.REFUSED));
        until("they talk", () -> media.hearing.get(line) instanceof Hears.Other);
        desk.hangUp(ANNA, call);
        untilState(ANNA, call, State.ENDED);
        assertThat(recordings.told).isEmpty();
        assertThat(media.recordings).isEmpty();
    }
}
