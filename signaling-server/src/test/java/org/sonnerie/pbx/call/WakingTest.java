package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.call.CallView.State.CALLING;
import static org.sonnerie.pbx.call.CallView.State.IN_CALL;
import static org.sonnerie.pbx.call.CallView.State.RINGING;
import static org.sonnerie.pbx.plan.DemoCompany.BOB;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Reach.When;
import org.sonnerie.pbx.plan.Teams;

/** A person whose pages sleep is rung by waking his browser. */
final class WakingTest {
    private static final Destination TO_CAROL = new Destination.ToPerson(DemoCompany.CAROL);

    private Scenario scenario = new Scenario();

    @Test
    void nothingRingsBeforeHisBrowserShowsTheCall() {
        scenario.alice.dials("102");
        scenario.bob.sleeps();
        scenario.bob.isWoken();
        scenario.alice.sees(CALLING);
        scenario.alice.hearsNothing();
        assertThat(scenario.reasons()).contains(new Reason.Woken(BOB));

        scenario.passes(2);
        scenario.bob.rings();
        scenario.alice.sees(RINGING);
        scenario.alice.hearsTone(ToneKind.RING_BACK);
        scenario.bob.sees(RINGING);
        scenario.bob.isNotWoken();
        scenario.bob.sees(RINGING);

        scenario.passes(8);
        scenario.bob.answers();
        scenario.alice.hears(scenario.bob);
        scenario.bob.isNotWoken();
        scenario.alice.sees(IN_CALL);
    }

    @Test
    void hisPageMayAnswerBeforeHisBrowserSaysThatItShowsTheCall() {
        scenario.alice.dials("102");
        scenario.bob.sleeps();
        scenario.bob.answers();
        scenario.alice.hears(scenario.bob);
        scenario.bob.isNotWoken();
        scenario.bob.rings();
        scenario.alice.sees(IN_CALL);
    }

    @Test
    void whoIsNotWokenIsUnreachable() {
        scenario =
                new Scenario(
                        Teams.reached(
                                DemoCompany.plan(),
                                BOB,
                                Teams.forward(When.UNREACHABLE, TO_CAROL)));
        scenario.alice.dials("102");
        scenario.bob.isNotWoken();
        scenario.bob.sees(RINGING);
        scenario.bob.sleeps();
        scenario.passes(10);
        scenario.bob.isNotWoken();
        scenario.bob.isOut(EndReason.UNREACHABLE);
        scenario.carol.isRung();
        assertThat(scenario.reasons())
                .contains(
                        new Reason.NotReached(BOB, EndReason.UNREACHABLE),
                        new Reason.Forwards(BOB, When.UNREACHABLE, TO_CAROL));
    }

    @Test
    void theCallerMayGiveUpMeanwhile() {
        scenario.alice.dials("102");
        scenario.bob.sleeps();
        scenario.alice.hangsUp();
        scenario.bob.isOut(EndReason.CANCELLED);
        scenario.isOver();
    }

    @Test
    void onlyWhoIsCalledIsWokenAndOnlyOnce() {
        scenario.alice.dials("102");
        scenario.alice.sleeps();
        scenario.bob.rings();
        scenario.bob.sleeps();
        assertThat(scenario.effects()).noneMatch(CallEffect.WakePerson.class::isInstance);
    }
}
