package org.sonnerie.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.pbx.plan.DemoCompany.ALICE;
import static org.sonnerie.pbx.plan.DemoCompany.BOB;
import static org.sonnerie.pbx.plan.DemoCompany.CAROL;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Destination.ToPerson;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.ReachRule;
import org.sonnerie.pbx.plan.ReachRule.Callers;
import org.sonnerie.pbx.plan.Span;
import org.sonnerie.pbx.plan.Teams;

/** A person's own rules for certain callers and hours. The scenario begins on a Monday at 11:00. */
final class OwnRuleTest {
    private static final String ALICES_NUMBER = "+15550100101";
    private static final Optional<Destination> TO_CAROL = Optional.of(new ToPerson(CAROL));
    private static final Optional<Destination> PHONE = Optional.empty();

    private Scenario scenario = new Scenario();

    private void alice(Reach otherwise, ReachRule... rules) {
        Reach reach = Teams.ruled(otherwise, List.of(rules));
        scenario = new Scenario(Teams.reached(DemoCompany.plan(), ALICE, reach));
    }

    private static ReachRule of(Callers callers, Optional<Destination> to) {
        return new ReachRule("rule", callers, Map.of(), to);
    }

    private static ReachRule on(DayOfWeek day, String span, Optional<Destination> to) {
        return new ReachRule(
                "rule", new Callers.Everybody(), Map.of(day, List.of(Span.read(span))), to);
    }

    @Test
    void aCallerOnItIsLedElsewhereThoughTheCarrierWritesHisNumberInAnotherWay() {
        alice(Reach.PHONE_ONLY, of(new Callers.Numbers(Set.of("+33612345678")), TO_CAROL));
        scenario.outsider.calls(ALICES_NUMBER, Optional.of("0033612345678"));
        scenario.carol.isRung();
        assertThat(scenario.reasons()).contains(new OwnRule(ALICE, TO_CAROL));
    }

    @Test
    void othersAreNot() {
        alice(Reach.PHONE_ONLY, of(new Callers.Numbers(Set.of("+3361*")), TO_CAROL));
        scenario.outsider.calls(ALICES_NUMBER, Optional.of("+33712345678"));
        scenario.alice.isRung();
        assertThat(scenario.reasons()).noneMatch(OwnRule.class::isInstance);
    }

    @Test
    void theFirstThatFitsDecides() {
        alice(
                Reach.PHONE_ONLY,
                of(new Callers.Withheld(), TO_CAROL),
                of(new Callers.Outside(), Optional.of(new ToPerson(BOB))));
        scenario.outsider.calls(ALICES_NUMBER, Optional.empty());
        scenario.carol.isRung();
    }

    @Test
    void somebodyImportantGetsThroughWhoeverElseDoesNot() {
        alice(
                Teams.undisturbed(Teams.forward(Reach.When.ALWAYS, new ToPerson(BOB))),
                of(new Callers.Numbers(Set.of("+33612345678")), PHONE));
        scenario.outsider.calls(ALICES_NUMBER, Optional.of("+33612345678"));
        scenario.alice.isRung();
        assertThat(scenario.reasons()).contains(new OwnRule(ALICE, PHONE));
    }

    @Test
    void colleaguesAreToldFromOthers() {
        alice(Reach.PHONE_ONLY, of(new Callers.Colleagues(), TO_CAROL));
        scenario.bob.dials("101");
        scenario.carol.isRung();
    }

    @Test
    void hoursCountByTheCompanysClock() {
        alice(Reach.PHONE_ONLY, on(DayOfWeek.MONDAY, "11:00-11:30", TO_CAROL));
        scenario.bob.dials("101");
        scenario.carol.isRung();

        alice(Reach.PHONE_ONLY, on(DayOfWeek.MONDAY, "10:00-11:00", TO_CAROL));
        scenario.bob.dials("101");
        scenario.alice.isRung();
    }

    @Test
    void aNightThatBeganYesterdayCounts() {
        alice(Reach.PHONE_ONLY, on(DayOfWeek.SUNDAY, "22:00-12:00", TO_CAROL));
        scenario.bob.dials("101");
        scenario.carol.isRung();
    }

    @Test
    void withinAGroupItLetsThroughWhoIsNotToDisturb() {
        alice(
                Teams.undisturbed(Reach.PHONE_ONLY),
                of(new Callers.Numbers(Set.of("+33612345678")), PHONE));
        scenario.outsider.calls("+15550100100");
        scenario.passes(2);
        scenario.outsider.presses("1");
        scenario.passes(2);
        scenario.alice.isRung();
    }

    @Test
    void aRuleThatLeadsBackIsNotFollowedForEver() {
        Reach back = Teams.ruled(Reach.PHONE_ONLY, List.of(of(new Callers.Everybody(), TO_CAROL)));
        Reach again =
                Teams.ruled(
                        Reach.PHONE_ONLY,
                        List.of(of(new Callers.Everybody(), Optional.of(new ToPerson(ALICE)))));
        scenario =
                new Scenario(
                        Teams.reached(
                                Teams.reached(DemoCompany.plan(), ALICE, back), CAROL, again));
        scenario.bob.dials("101");
        assertThat(scenario.reasons()).anyMatch(Reason.ForwardLoop.class::isInstance);
        scenario.bob.seesEnded(EndReason.UNREACHABLE);
    }
}
