package org.sonnerie.trunk;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.sonnerie.rules.HouseRules;

/** The walls of this module (docs/architecture.md). */
final class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.sonnerie.trunk");

    private static final String[] PURE = {
        "org.sonnerie.trunk.sip",
        "org.sonnerie.trunk.dialog",
        "org.sonnerie.trunk.registration",
        "org.sonnerie.trunk.routing",
        "org.sonnerie.trunk.agent"
    };

    private static final String[] ALLOWED = {
        "org.sonnerie.trunk.sip",
        "org.sonnerie.trunk.dialog",
        "org.sonnerie.trunk.registration",
        "org.sonnerie.trunk.routing",
        "org.sonnerie.trunk.agent",
        "org.sonnerie.trunk.api",
        "java.lang",
        "java.lang.runtime",
        "java.util",
        "java.util.function",
        "java.util.stream",
        "java.util.regex",
        "java.time",
        "java.io",
        "java.nio.charset",
        "java.security",
        "org.jspecify.annotations"
    };

    /** What a record, a lambda and an exception need; and the digest, which is a pure function. */
    @Test
    void pureCodeUsesOnlyTheWhiteList() {
        HouseRules.pure(PURE, ALLOWED).check(CLASSES);
    }

    @Test
    void pureCodeDoesNoInputAndOutput() {
        ArchRule rule =
                noClasses()
                        .that()
                        .resideInAnyPackage(PURE)
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.io\\.(?!Serial|ObjectStreamException).*")
                        .orShould()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.security\\.(?!MessageDigest|NoSuchAlgorithm).*");
        rule.check(CLASSES);
    }

    @Test
    void timeIsAnArgument() {
        HouseRules.timeIsGivenNotTaken(resideInAPackage("..runtime..")).check(CLASSES);
    }

    @Test
    void threadsAreTheRuntimes() {
        HouseRules.threadsAreMadeInOnePlace(resideInAPackage("..runtime..")).check(CLASSES);
    }

    @Test
    void nobodySleeps() {
        ArchRule rule = noClasses().should().callMethod(Thread.class, "sleep", long.class);
        rule.check(CLASSES);
    }

    @Test
    void apiDependsOnNothingOfOurs() {
        ArchRule rule =
                noClasses()
                        .that()
                        .resideInAPackage("org.sonnerie.trunk.api")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("org.sonnerie..")
                                        .and(resideOutsideOfPackage("org.sonnerie.trunk.api")));
        rule.check(CLASSES);
    }

    @Test
    void trunkKnowsNeitherServerNorRelayNorSpring() {
        ArchRule rule =
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.sonnerie.pbx..",
                                "org.sonnerie.media..",
                                "org.springframework..",
                                "java.lang.reflect..");
        rule.check(CLASSES);
    }

    @Test
    void socketsAreInTransportAndRuntime() {
        ArchRule rule =
                noClasses()
                        .that(
                                resideOutsideOfPackage("..transport..")
                                        .and(resideOutsideOfPackage("..runtime..")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.net..", "java.nio.channels..");
        rule.check(CLASSES);
    }

    /** JAIN-SIP is a second opinion in the tests: here, and nowhere else. */
    @Test
    void theOtherStackIsSeenInOnePackageOfTheTestsOnly() {
        JavaClasses all = new ClassFileImporter().importPackages("org.sonnerie.trunk");
        ArchRule rule =
                noClasses()
                        .that(resideOutsideOfPackage("org.sonnerie.trunk.jain"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javax.sip..", "gov.nist..");
        rule.check(all);
        ArchRule noneInTheProduct =
                noClasses().should().resideInAPackage("org.sonnerie.trunk.jain");
        noneInTheProduct.check(CLASSES);
    }

    @Test
    void noCycles() {
        ArchRule rule = slices().matching("org.sonnerie.(**)").should().beFreeOfCycles();
        rule.check(CLASSES);
    }

    @Test
    void staticFieldsAreFinal() {
        HouseRules.nothingStaticChanges().check(CLASSES);
    }

    @Test
    void namesSayWhatThingsAre() {
        HouseRules.namesSayWhatThingsAre().check(CLASSES);
    }

    @Test
    void usualMistakesAreNotMade() {
        HouseRules.usualMistakesAreNotMade().check(CLASSES);
    }
}
