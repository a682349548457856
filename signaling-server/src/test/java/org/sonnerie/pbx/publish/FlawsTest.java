package org.sonnerie.pbx.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonnerie.pbx.Bundles;
import org.sonnerie.pbx.company.CompanyLimits;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.Blocked;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.HoursId;
import org.sonnerie.pbx.plan.PlanProblem;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.ReachRule;
import org.sonnerie.pbx.plan.Shop;
import org.sonnerie.pbx.plan.Spot;

/** That each flaw is found at the member it belongs to, and has words in both languages. */
class FlawsTest {
    private static final OptionalInt ONE = OptionalInt.of(1);
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private static Stream<WrongPlan> wrongPlans() {
        return WrongPlan.all();
    }

    /** What is wrong with other things than one document. */
    private static Stream<PlanProblem> problemsElsewhere() {
        return Stream.of(
                beyond(new CompanyLimits(ONE, NONE, NONE, NONE)),
                beyond(new CompanyLimits(NONE, ONE, NONE, NONE)),
                aboutNobody(),
                refused(() -> calendar("no calendar")),
                refused(() ->
                        calendar(
                                """
                                BEGIN:VCALENDAR
                                BEGIN:VEVENT
                                DTSTART;VALUE=DATE:20261124
                                RRULE:FREQ=DAILY
                                END:VEVENT
                                END:VCALENDAR
                                """)),
                refused(() -> {
                    throw HolidayImport.unknown(new HoursId("none"));
                }),
                refused(() ->
                        CurrentPlans.of(List.of(Shop.plan()))
                                .with(
                                        PlanReader.read(
                                                new CompanyId("other"),
                                                1,
                                                PlanWriter.write(Shop.plan())))));
    }

    /** It is the company that may have no more. */
    private static PlanProblem beyond(CompanyLimits limits) {
        return PlanLimits.problems(Shop.plan(), Optional.empty(), limits).getFirst();
    }

    /** A document cannot say it, a page's form can. */
    private static PlanProblem aboutNobody() {
        ReachRule rule =
                new ReachRule(
                        "Nobody",
                        new ReachRule.Callers.Numbers(Set.of()),
                        Map.of(),
                        Optional.empty());
        CompanyPlan plan = Shop.plan();
        Reach reach =
                new Reach(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(rule),
                        Blocked.NOBODY);
        PlanProblem problem =
                plan.problems(plan.people().getFirst().with(reach)).stream()
                        .findFirst()
                        .orElseThrow();
        assertThat(written(problem.spot())).isEqualTo("person alice reach.rules.0.numbers");
        return problem;
    }

    private static void calendar(String text) {
        HolidayCalendar.read(text, ZoneOffset.UTC, DAY, DAY.plusYears(10));
    }

    private static PlanProblem refused(ThrowingCallable made) {
        return catchThrowableOfType(PlanDocumentException.class, made).problem();
    }

    private static Stream<PlanProblem> problems() {
        return Stream.concat(WrongPlan.all().map(WrongPlan::problem), problemsElsewhere());
    }

    /** Such as {@code menu main keys.4}. */
    private static String written(Spot spot) {
        return Stream.of(spot.kind(), spot.id(), spot.member())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static List<String> told(String pointer, String json, Locale locale) {
        return ToldProblem.all(
                        new WrongPlan("", "", pointer, json).problems(), Told.narrator(), locale)
                .stream()
                .map(ToldProblem::sentence)
                .toList();
    }

    @Test
    void theDocumentWithoutTheChangesFitsTogether() {
        assertThat(WrongPlan.problemsOf(WrongPlan.rightDocument())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrongPlans")
    void eachFlawIsAtItsMember(WrongPlan wrong) {
        assertThat(wrong.problems())
                .extracting(problem -> problem.flaw().word(), problem -> written(problem.spot()))
                .contains(tuple(wrong.word(), wrong.spot()));
    }

    @Test
    void noFlawIsWithoutWordsAndNoWordsAreWithoutAFlaw() {
        Set<String> found = new TreeSet<>();
        problems().forEach(problem -> found.add(problem.flaw().word()));

        assertThat(found).isEqualTo(Bundles.keys("plan.flaw."));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void eachIsSaidInBothLanguages(PlanProblem problem) {
        ToldProblem english = ToldProblem.of(problem, Told.narrator(), Locale.ENGLISH);
        ToldProblem french = ToldProblem.of(problem, Told.narrator(), Locale.FRENCH);

        assertThat(english.what()).isEqualTo(problem.what()).doesNotContain("{0", "''");
        assertThat(french.what()).isNotEqualTo(problem.what()).doesNotContain("{0", "''");
        assertThat(french.sentence())
                .startsWith(french.place())
                .endsWith(french.what())
                .doesNotContain("plan.");
        assertThat(french.spot()).isEqualTo(problem.spot());
    }

    @Test
    void placesAreToldByTheWordsOfChanges() {
        assertThat(told("/menus/0/keys/4", "\"room:none\"", Locale.ENGLISH))
                .containsExactly("menu \"Main\", key 4: there is no room none");
        assertThat(told("/groups/0/memberSeconds", "0", Locale.ENGLISH))
                .containsExactly(
                        "group \"Sales\", each rings for (seconds): it rings for 0 s, not 1 to 300");
        assertThat(told("/menus/0/keys/4", "\"room:none\"", Locale.FRENCH))
                .containsExactly(
                        "menu «\u00a0Main\u00a0», touche 4\u00a0: la salle none n’existe pas");
        assertThat(told("/hours/0/week/lun", "[]", Locale.FRENCH))
                .containsExactly(
                        "horaires «\u00a0Opening\u00a0», lun\u00a0: un jour est l’un de mon à sun");
        assertThat(told("/people/0/reach/rules/0/to", "\"person:zoe\"", Locale.FRENCH))
                .containsExactly(
                        "personne «\u00a0Alice\u00a0», joignabilité, règle 1, vers\u00a0: la personne"
                                + " zoe n’existe pas");
        assertThat(told("/groups/0", "1", Locale.FRENCH))
                .containsExactly("groupe 1\u00a0: un objet est attendu");
        assertThat(told("/screening/0/to", "\"person:zoe\"", Locale.FRENCH))
                .containsExactly("règle de filtrage 1, vers\u00a0: la personne zoe n’existe pas");
        assertThat(told("/dialling/codes/43", "\"echo\"", Locale.FRENCH))
                .containsExactly(
                        "numérotation, code 43\u00a0: ce n’est pas * ou # et d’autres signes");
    }

    @Test
    void whatIsNamedInAFlawIsNamedInTheReadersLanguage() {
        assertThat(told("/people/1/extension", "\"600\"", Locale.FRENCH))
                .containsExactly(
                        "menu «\u00a0Main\u00a0», poste\u00a0: le poste 600 est déjà pris\u00a0:"
                                + " personne «\u00a0Bob\u00a0»");
        assertThat(told("/groups/0/otherwise", "\"group:sales\"", Locale.FRENCH))
                .containsExactly(
                        "groupe «\u00a0Sales\u00a0», si personne ne répond\u00a0: cela tourne en"
                                + " rond\u00a0: groupe «\u00a0Sales\u00a0» → groupe «\u00a0Sales\u00a0»");
    }
}
