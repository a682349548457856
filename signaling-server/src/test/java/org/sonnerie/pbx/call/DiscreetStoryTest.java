package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.plan.DemoCompany.ALICE;
import static org.sonnerie.pbx.plan.DemoCompany.BOB;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.Teams;

/** A colleague's outside number is the colleague's own. */
final class DiscreetStoryTest {
    private static final String MOBILE = "+33698765432";
    private static final String COVERED = "+•••••••••32";

    private final Scenario scenario =
            new Scenario(
                    Teams.reached(DemoCompany.plan(), BOB, Teams.followed(Reach.PHONE_ONLY, 5))
                            .consistent());

    private List<String> readBy(PersonId reader) {
        return Told.linesFor(scenario.logged(), reader, Locale.ENGLISH);
    }

    private void bobsMobileRings() {
        scenario.alice.dials("102");
        scenario.bob.rings();
        scenario.passes(5);
        scenario.outsider.rings();
        scenario.bob.answers();
        scenario.alice.hangsUp();
    }

    @Test
    void heReadsItHimself() {
        bobsMobileRings();

        assertThat(readBy(BOB)).anyMatch(line -> line.contains(MOBILE));
    }

    @Test
    void hisCallerDoesNot() {
        bobsMobileRings();

        assertThat(readBy(ALICE))
                .noneMatch(line -> line.replaceAll("[^0-9]", "").contains("98765432"))
                .contains("Bob Moreau: the phone outside is rung, too (" + COVERED + ").");
        assertThat(Told.lines(scenario.logged(), Locale.ENGLISH))
                .as("an admin does")
                .anyMatch(line -> line.contains(MOBILE));
    }

    @Test
    void theCallersNumberIsNobodysSecret() {
        scenario.outsider.calls("+15550100200");
        scenario.bob.rings();
        scenario.bob.answers();
        scenario.outsider.hangsUp();

        assertThat(readBy(ALICE)).anyMatch(line -> line.contains(Party.OUTSIDE_NUMBER));
    }
}
