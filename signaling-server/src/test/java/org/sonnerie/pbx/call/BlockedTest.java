package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.plan.DemoCompany.ALICE;
import static org.sonnerie.pbx.plan.DemoCompany.CAROL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.Blocked;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination.ToPerson;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.ReachRule;
import org.sonnerie.pbx.plan.ReachRule.Callers;
import org.sonnerie.pbx.plan.Teams;

/** Callers whom a person has blocked: his phone does not ring for them, whatever else he set. */
final class BlockedTest {
    private static final String ALICES_NUMBER = "+15550100101";
    private static final Blocked CALLER = new Blocked(Set.of("+33612345678"), false);
    private static final Blocked WITHHELD = new Blocked(Set.of(), true);

    private Scenario scenario = new Scenario();

    private void alice(Reach otherwise, Blocked blocked) {
        scenario =
                new Scenario(Teams.reached(DemoCompany.plan(), ALICE, otherwise.blocking(blocked)));
    }

    @Test
    void heIsRefusedAsBusyThoughTheCarrierWritesHisNumberInAnotherWay() {
        alice(Reach.PHONE_ONLY, CALLER);
        scenario.outsider.calls(ALICES_NUMBER, Optional.of("0033612345678"));
        scenario.alice.isNotRung();
        scenario.outsider.isOut(EndReason.BUSY);
        assertThat(scenario.reasons()).contains(new Blocks(ALICE));
    }

    @Test
    void othersAreNot() {
        alice(Reach.PHONE_ONLY, CALLER);
        scenario.outsider.calls(ALICES_NUMBER, Optional.of("+33712345678"));
        scenario.alice.isRung();
    }

    @Test
    void withheldNumbersAreBlockedByASwitchOfTheirOwn() {
        alice(Reach.PHONE_ONLY, WITHHELD);
        scenario.outsider.calls(ALICES_NUMBER, Optional.empty());
        scenario.alice.isNotRung();
        assertThat(scenario.reasons()).contains(new Blocks(ALICE));

        alice(Reach.PHONE_ONLY, CALLER);
        scenario.outsider.calls(ALICES_NUMBER, Optional.empty());
        scenario.alice.isRung();
    }

    @Test
    void noForwardAndNoRuleOfHisServesHim() {
        Reach busy = Teams.forward(Reach.When.BUSY, new ToPerson(CAROL));
        alice(busy, CALLER);
        scenario.outsider.calls(ALICES_NUMBER, Optional.of("+33612345678"));
        scenario.carol.isNotRung();
        scenario.outsider.isOut(EndReason.BUSY);

        ReachRule rings = new ReachRule("all", new Callers.Everybody(), Map.of(), Optional.empty());
        alice(Teams.ruled(Reach.PHONE_ONLY, List.of(rings)), CALLER);
        scenario.outsider.calls(ALICES_NUMBER, Optional.of("+33612345678"));
        scenario.alice.isNotRung();
    }

    @Test
    void withinAGroupOnlyTheOthersAreRung() {
        alice(Reach.PHONE_ONLY, CALLER);
        scenario.outsider.calls("+15550100200", Optional.of("+33612345678"));
        scenario.alice.isNotRung();
        scenario.bob.isRung();
        assertThat(scenario.reasons()).contains(new Blocks(ALICE));
    }

    @Test
    void aColleagueIsNeverBlocked() {
        alice(Reach.PHONE_ONLY, new Blocked(Set.of("+33612345678"), true));
        scenario.bob.dials("101");
        scenario.alice.isRung();
        assertThat(scenario.reasons()).noneMatch(Blocks.class::isInstance);
    }
}
