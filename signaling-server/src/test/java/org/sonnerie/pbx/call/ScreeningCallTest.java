package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Doorman;
import org.sonnerie.pbx.plan.ScreeningRule.Callers;
import org.sonnerie.pbx.plan.Shop;

/** Callers from outside who are led elsewhere than the number they called. */
final class ScreeningCallTest {
    private static final String MENU = "+15550100100";
    private static final String SALES = "+15550100200";

    private final Scenario scenario = new Scenario(Doorman.plan());
    private final Party caller = scenario.outsider;

    @Test
    void whoIsImportantGoesPastTheMenuStraightToAlice() {
        caller.calls(MENU);

        scenario.alice.isRung();
        scenario.alice.seesParty("Jeanne", Party.OUTSIDE_NUMBER, "");
        assertThat(scenario.reasons())
                .startsWith(
                        new Reason.CallerListed(
                                new Callers.Listed(Doorman.VIP),
                                new Destination.ToPerson(DemoCompany.ALICE)));
    }

    @Test
    void whoIsBlockedIsRefusedWithoutAnAnswer() {
        caller.calls(MENU, Optional.of("+442079460000"));

        caller.isOut(EndReason.BUSY);
        scenario.isOver();
        assertThat(scenario.call().legs()).hasSize(1);
        assertThat(scenario.effects())
                .noneMatch(effect -> effect instanceof CallEffect.AnswerTrunk)
                .noneMatch(effect -> effect instanceof CallEffect.RingPerson);
    }

    @Test
    void whoHidesHisNumberFromSalesHearsAnAnnouncement() {
        caller.calls(SALES, Optional.empty());

        caller.hearsPrompts("closed");
        assertThat(scenario.reasons())
                .contains(
                        new Reason.CallerListed(
                                new Callers.Withheld(),
                                new Destination.ToAnnouncement(Shop.CLOSED)));
    }

    @Test
    void everybodyElseGetsWhatHeCalled() {
        caller.calls(MENU, Optional.of("+33145678901"));

        caller.hearsPrompts("menu-welcome");
    }

    @Test
    void theLogTellsTheSameCall() {
        caller.calls(MENU);

        assertThat(Call.replay(scenario.call().id(), scenario.plan(), scenario.log()))
                .isEqualTo(scenario.call());
        assertThat(
                        Call.replay(scenario.call().id(), DemoCompany.plan(), scenario.log())
                                .path()
                                .target())
                .as("by a plan of before there was screening")
                .isEqualTo(new Destination.ToMenu(DemoCompany.MENU));
    }
}
