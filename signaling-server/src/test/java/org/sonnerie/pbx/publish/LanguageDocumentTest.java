package org.sonnerie.pbx.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.Bilingual;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PlanProblem;
import org.sonnerie.pbx.plan.Prompts;

/** Languages of menus, numbers and announcements in the plan document. */
class LanguageDocumentTest {
    private static final Set<String> NAMES = Set.of("menu-welcome", "closed");

    private final CompanyPlan plan = Bilingual.plan();
    private final String document = PlanWriter.write(plan);

    private CompanyPlan read(String text) {
        return PlanReader.readUnchecked(plan.company(), plan.version().published(), text);
    }

    private static List<String> problems(CompanyPlan plan, Prompts prompts) {
        return plan.problems(prompts).stream().map(PlanProblem::toString).toList();
    }

    @Test
    void theyAreReadAndWritten() {
        assertThat(document).contains("\"languages\" : {");
        assertThat(read(document)).isEqualTo(plan);
    }

    @Test
    void aDocumentOfBeforeReadsAsBefore() {
        String old =
                document.replaceAll("(?s),\\s*\"languages\" : \\{[^}]*}", "")
                        .replaceAll(",\\s*\"language\" : (null|\"fr\")(?=\\s*})", "");
        assertThat(old).doesNotContain("\"fr\"");
        CompanyPlan before = read(old);
        assertThat(before.menus().getFirst().languages()).isEmpty();
        assertThat(before.outside().numbers()).allMatch(number -> number.language().isEmpty());
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThatThrownBy(() -> read(document.replace("\"9\" : \"fr\"", "\"99\" : \"fr\"")))
                .isInstanceOf(PlanDocumentException.class)
                .hasMessageContaining("menus[0].languages.99");
    }

    @Test
    void aKeyLeadsToOneThingOnly() {
        CompanyPlan taken =
                read(document.replace("\"9\" : \"fr\"", "\"1\" : \"fr\", \"*\" : \"fr\""));
        assertThat(taken.menus().getFirst().languages()).isEqualTo(Map.of('*', "fr", '1', "fr"));
        assertThat(taken.problems())
                .extracting(PlanProblem::toString)
                .containsExactly(
                        "menu \"Main menu\", languages, key *: a language has one of the keys 0 to"
                                + " 9",
                        "menu \"Main menu\", languages, key 1: it leads somewhere already");
    }

    @Test
    void aLanguageWithoutPromptsIsRefused() {
        assertThat(problems(plan, (_, _) -> NAMES))
                .containsExactly(
                        "menu \"Main menu\", key 9: there are no prompts in the language \"fr\"",
                        "announcement \"Bienvenue\": there are no prompts in the language \"fr\"",
                        "number +15550100500: there are no prompts in the language \"fr\"");
        Prompts both =
                new Prompts() {
                    @Override
                    public Set<String> in(CompanyId company, String language) {
                        return NAMES;
                    }

                    @Override
                    public Set<String> languages() {
                        return Set.of("en", "fr");
                    }
                };
        assertThat(problems(plan, both)).isEmpty();
    }
}
