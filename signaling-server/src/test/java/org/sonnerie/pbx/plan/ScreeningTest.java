package org.sonnerie.pbx.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.plan.ScreeningRule.Callers;

final class ScreeningTest {
    private static final String MENU = "+15550100100";
    private static final String SALES = "+15550100200";
    private final CompanyPlan plan = Doorman.plan();

    private Optional<Destination> led(String called, String caller) {
        return Dialling.screening(plan, called, Optional.of(caller))
                .map(ScreeningRule::destination);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+33612345678", "0612345678", "0033612345678", "33612345678"})
    void aCallerIsKnownInWhateverFormHisNumberComes(String caller) {
        assertThat(led(MENU, caller)).contains(new Destination.ToPerson(DemoCompany.ALICE));
    }

    @ParameterizedTest
    @CsvSource({
        "+442079460000, true",
        "00442079460000, true",
        "+441179460000, false",
        "+4420, true",
        "+4930901820, false",
        "anonymous, false"
    })
    void aBeginningStandsForAllThatBeginSo(String caller, boolean blocked) {
        assertThat(led(MENU, caller).isPresent()).isEqualTo(blocked);
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        // On both lists: the important ones come first.
        assertThat(led(MENU, "+442079461111"))
                .contains(new Destination.ToPerson(DemoCompany.ALICE));
    }

    @Test
    void aRuleMayHoldForSomeNumbersOnly() {
        assertThat(Dialling.screening(plan, MENU, Optional.empty())).isEmpty();
        assertThat(Dialling.screening(plan, SALES, Optional.empty()))
                .map(ScreeningRule::callers)
                .contains(new Callers.Withheld());
        assertThat(Dialling.screening(plan, "0015550100200", Optional.empty())).isPresent();
    }

    @Test
    void aNumberThatIsNotTheCompanysIsNotScreened() {
        assertThat(led("+15550199999", "+33612345678")).isEmpty();
        assertThat(Dialling.screening(DemoCompany.plan(), MENU, Optional.empty())).isEmpty();
    }

    @Test
    void everythingWrongIsNamed() {
        CallerListId vip = new CallerListId("vip");
        Screening wrong =
                new Screening(
                        List.of(
                                new CallerList(vip, "", List.of("+33612345678", "0612345678")),
                                new CallerList(vip, "VIP", List.of("+*", "+44*20", "+44*"))),
                        List.of(
                                new ScreeningRule(
                                        new Callers.Listed(new CallerListId("none")),
                                        List.of("+15550100999"),
                                        new Destination.ToPerson(new PersonId("dave"))),
                                new ScreeningRule(
                                        new Callers.Withheld(),
                                        List.of(),
                                        new Destination.ToHangUp())));
        CompanyPlan demo = DemoCompany.plan();
        String neither =
                " is neither \"+\" and 7 to 15 digits nor the beginning of such a number and \"*\"";

        assertThat(demo.with(demo.outside().with(wrong)).problems())
                .extracting(PlanProblem::toString)
                .containsExactly(
                        "callers: vip stands there twice",
                        "caller list \"\": it has no name",
                        "caller list \"\": 0612345678" + neither,
                        "caller list \"VIP\": +*" + neither,
                        "caller list \"VIP\": +44*20" + neither,
                        "screening rule 1: there is no caller list none",
                        "screening rule 1: +15550100999 is no number of the company",
                        "screening rule 1: there is no person dave");
        assertThat(plan.problems()).isEmpty();
    }
}
