package org.sonnerie.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The rules. A module's test says where its exceptions are, and checks them on its own classes. */
public final class HouseRules {
    private HouseRules() {}

    /**
     * Time is an argument: nobody asks a clock, nobody sleeps.
     *
     * @param except who may
     * @return the rule
     */
    public static ArchRule timeIsGivenNotTaken(DescribedPredicate<JavaClass> except) {
        return noClasses()
                .that(not(except))
                .should()
                .accessTargetWhere(Outside.ASKS_THE_TIME)
                .because("time is an argument, so that tests never wait");
    }

    /**
     * Threads are made in one place.
     *
     * @param except who makes them
     * @return the rule
     */
    public static ArchRule threadsAreMadeInOnePlace(DescribedPredicate<JavaClass> except) {
        return CompositeArchRule.of(
                        noClasses()
                                .that(not(except))
                                .should()
                                .dependOnClassesThat(Outside.MAKES_THREADS))
                .and(
                        noClasses()
                                .that(not(except))
                                .should()
                                .accessTargetWhere(Outside.BORROWS_THE_COMMON_POOL))
                .because("whoever decides runs on a thread that is given");
    }

    /**
     * Pure code knows the language and what is listed, and nothing of the world: no time, chance,
     * thread, net, file, environment or place.
     *
     * @param packages whose classes are pure
     * @param mayUse packages they may depend on, their own among them
     * @return the rule
     */
    public static ArchRule pure(String[] packages, String... mayUse) {
        return CompositeArchRule.of(
                        classes()
                                .that()
                                .resideInAnyPackage(packages)
                                .should()
                                .onlyDependOnClassesThat(
                                        Outside.elementsIn(resideInAnyPackage(mayUse))
                                                .and(not(Outside.OF_THE_WORLD))))
                .and(
                        noClasses()
                                .that()
                                .resideInAnyPackage(packages)
                                .should()
                                .accessTargetWhere(Outside.ASKS_THE_WORLD))
                .because("it is tested as values");
    }

    /**
     * Nothing is global and changes.
     *
     * @return the rule
     */
    public static ArchRule nothingStaticChanges() {
        return fields().that().areStatic().should().beFinal();
    }

    /**
     * A name says what a thing is.
     *
     * @return the rule
     */
    public static ArchRule namesSayWhatThingsAre() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Base)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract");
    }

    /**
     * What is usually a mistake.
     *
     * @return the rule
     */
    public static ArchRule usualMistakesAreNotMade() {
        return CompositeArchRule.of(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS)
                .and(GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS)
                .and(GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
    }
}
