package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Patience;
import org.sonnerie.pbx.plan.Shop;

/** A menu that leads on when nobody chose anything: silence to Bob, wrong keys to "closed". */
final class MenuInVainTest {
    private static final Destination BOB = new Destination.ToPerson(DemoCompany.BOB);
    private static final Destination CLOSED = new Destination.ToAnnouncement(Shop.CLOSED);

    private final Scenario scenario =
            new Scenario(
                    Shop.patient(
                                    Shop.plan(),
                                    new Patience(5, 2, Optional.of(BOB), Optional.of(CLOSED)))
                            .consistent());
    private final Party caller = scenario.outsider;

    @Test
    void whoTypesNothingIsLedOnAfterTheLastTry() {
        caller.calls("+15550100100");
        caller.hearsItOut();
        scenario.passes(5);
        caller.hearsPrompts("menu-welcome");
        caller.hearsItOut();
        scenario.passes(5);

        scenario.bob.isRung();
        scenario.bob.seesParty("Jeanne", Party.OUTSIDE_NUMBER, "Main menu");
        assertThat(scenario.reasons())
                .contains(new Reason.MenuLeadsOn(DemoCompany.MENU, BOB))
                .doesNotContain(new Reason.MenuGaveUp(DemoCompany.MENU));
    }

    @Test
    void whoTypesOnlyWhatMeansNothingIsLedElsewhere() {
        caller.calls("+15550100100");
        caller.presses("99");

        caller.hearsPrompts("closed");
        assertThat(scenario.reasons()).contains(new Reason.MenuLeadsOn(DemoCompany.MENU, CLOSED));
        caller.hearsItOut();
        caller.isOut(EndReason.HUNG_UP);
        scenario.isOver();
    }

    @Test
    void theLastTryDecides() {
        caller.calls("+15550100100");
        caller.presses("9");
        caller.hearsItOut();
        scenario.passes(5);

        scenario.bob.isRung();
    }

    @Test
    void anUnfinishedExtensionIsNotSilence() {
        caller.calls("+15550100100");
        caller.presses("9");
        caller.presses("10");
        scenario.passes(3);

        caller.hearsPrompts("closed");
    }
}
