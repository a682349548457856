package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Opening;
import org.sonnerie.pbx.plan.Shop;

/** The clock begins on Monday at 11:00 in Paris. */
final class PassageTest {
    private static final double HOUR = 3_600;

    private final Scenario scenario = new Scenario(Shop.plan());
    private final Party carol = scenario.carol;

    @Test
    void whileItIsOpenTheRouteLeadsOn() {
        carol.dials("500");

        scenario.alice.isRung();
        scenario.alice.rings();
        scenario.alice.answers();
        carol.hears(scenario.alice);
        assertThat(scenario.reasons())
                .contains(
                        new Reason.HoursSay(
                                Shop.ROUTE,
                                Shop.HOURS,
                                new Opening.Open(),
                                new Destination.ToPerson(DemoCompany.ALICE)));
    }

    @Test
    void whenItIsClosedThatIsSaidAndTheCallEnds() {
        scenario.passes(2 * HOUR);
        carol.dials("500");

        carol.hearsPrompts("closed");
        carol.hearsItOut();
        carol.isOut(EndReason.HUNG_UP);
        scenario.isOver();
        assertThat(scenario.reasons()).contains(new Reason.Announces(Shop.CLOSED));
    }

    @Test
    void onAHolidayItsNameDecidesAndTheAnnouncementMayLeadOn() {
        scenario.passes(24 * HOUR);
        carol.dials("500");

        carol.hearsPrompts("closed-holiday");
        carol.hearsItOut();
        scenario.bob.isRung();
        scenario.bob.seesParty("Carol Petit", "103", "Holiday");
        assertThat(scenario.reasons())
                .contains(
                        new Reason.HoursSay(
                                Shop.ROUTE,
                                Shop.HOURS,
                                new Opening.OnHoliday("Baker's day"),
                                new Destination.ToAnnouncement(Shop.HOLIDAY)));
    }

    @Test
    void anAnnouncementWhoseEndIsNotToldGoesOnByItself() {
        carol.dials("502");
        scenario.passes(600);

        scenario.bob.isRung();
    }

    @Test
    void aPageThatComesBackHearsTheAnnouncementFromItsBeginning() {
        carol.dials("502");
        carol.losesThePage();
        scenario.passes(30);
        carol.isBack();

        carol.hearsPrompts("closed-holiday");
        carol.hearsItOut();
        scenario.bob.isRung();
    }

    @Test
    void theCallerHangsUpDuringAnAnnouncement() {
        carol.dials("501");
        carol.hangsUp();

        carol.isOut(EndReason.HUNG_UP);
        scenario.isOver();
    }

    @Test
    void theLogTellsTheSameCallWhateverTheTimeIsThen() {
        scenario.passes(2 * HOUR);
        carol.dials("500");

        assertThat(Call.replay(scenario.call().id(), scenario.plan(), scenario.log()))
                .isEqualTo(scenario.call());
    }
}
