package org.sonnerie.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonnerie.rules.planted.Changing;
import org.sonnerie.rules.planted.Good;
import org.sonnerie.rules.planted.Impure;
import org.sonnerie.rules.planted.Misnamed;
import org.sonnerie.rules.planted.Mistakes;
import org.sonnerie.rules.planted.Times;
import org.sonnerie.rules.planted.Workers;

class HouseRulesTest {
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("org.sonnerie.rules.planted");

    /** Each rule, and a class whose nested classes break it, every one in another way. */
    static Stream<Object[]> violations() {
        ArchRule time = HouseRules.timeIsGivenNotTaken(DescribedPredicate.alwaysFalse());
        ArchRule threads = HouseRules.threadsAreMadeInOnePlace(DescribedPredicate.alwaysFalse());
        return Stream.of(
                new Object[] {time, Times.class},
                new Object[] {pure(), Times.class},
                new Object[] {threads, Workers.class},
                new Object[] {pure(), Impure.class},
                new Object[] {HouseRules.namesSayWhatThingsAre(), Misnamed.class},
                new Object[] {HouseRules.usualMistakesAreNotMade(), Mistakes.class});
    }

    private static ArchRule pure() {
        return HouseRules.pure(
                new String[] {"org.sonnerie.rules.planted"},
                "java.lang",
                "java.lang.runtime",
                "java.lang.invoke",
                "java.util",
                "java.util.function",
                "java.util.stream",
                "java.time",
                "org.jspecify.annotations",
                "org.sonnerie.rules.planted");
    }

    private static String report(ArchRule rule) {
        return String.join("\n", rule.evaluate(PLANTED).getFailureReport().getDetails());
    }

    @ParameterizedTest
    @MethodSource("violations")
    void everyViolationIsSeenAndWhatKeepsToTheRulesIsLeftAlone(ArchRule rule, Class<?> planted) {
        String report = report(rule);

        assertThat(planted.getDeclaredClasses())
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(report).contains(violation.getName()));
        assertThat(report).doesNotContain(Good.class.getName());
    }

    @Test
    void staticFieldThatChangesIsSeen() {
        assertThat(report(HouseRules.nothingStaticChanges()))
                .contains(Changing.class.getName())
                .doesNotContain(Good.class.getName());
    }

    @Test
    void whoIsExemptIsLeftAlone() {
        DescribedPredicate<JavaClass> exempt =
                JavaClass.Predicates.belongToAnyOf(Times.class, Impure.class, Workers.class);

        assertThat(report(HouseRules.timeIsGivenNotTaken(exempt))).isEmpty();
        assertThat(report(HouseRules.threadsAreMadeInOnePlace(exempt))).isEmpty();
    }
}
