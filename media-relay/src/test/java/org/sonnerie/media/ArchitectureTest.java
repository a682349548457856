package org.sonnerie.media;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.sonnerie.rules.HouseRules;

/** The walls inside the media relay. */
class ArchitectureTest {
    private static final JavaClasses RELAY =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.sonnerie.media");

    private static final String ENGINE = "org.sonnerie.media.engine..";

    private static final String[] PURE = {
        "org.sonnerie.media.rtp..",
        "org.sonnerie.media.sdp..",
        "org.sonnerie.media.audio..",
        "org.sonnerie.media.jitter..",
        "org.sonnerie.media.mixer.."
    };

    private static final String[] PURE_MAY_USE = {
        "java.lang",
        "java.lang.runtime",
        "java.util",
        "java.util.function",
        "java.util.stream",
        "java.time",
        "org.jspecify.annotations",
        "org.sonnerie.media.api..",
        "org.sonnerie.media.rtp..",
        "org.sonnerie.media.sdp..",
        "org.sonnerie.media.audio..",
        "org.sonnerie.media.jitter..",
        "org.sonnerie.media.mixer.."
    };

    @Test
    void whatDecidesIsPure() {
        check(HouseRules.pure(PURE, PURE_MAY_USE));
    }

    @Test
    void timeIsAnArgument() {
        check(HouseRules.timeIsGivenNotTaken(resideInAPackage(ENGINE)));
    }

    @Test
    void threadsAreTheEngines() {
        check(HouseRules.threadsAreMadeInOnePlace(resideInAPackage(ENGINE)));
    }

    @Test
    void theApiDependsOnNothingOfOurs() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("org.sonnerie.media.api..")
                        .should()
                        .dependOnClassesThat()
                        .resideOutsideOfPackages(
                                "org.sonnerie.media.api..", "java..", "org.jspecify.."));
    }

    @Test
    void eachLibraryIsSeenByOnePackage() {
        confine("org.ice4j..", "org.sonnerie.media.ice..");
        confine("org.bouncycastle..", "org.sonnerie.media.dtls..");
        confine("org.jitsi.srtp..", "org.sonnerie.media.srtp..");
        confine("org.jitsi.impl..", "org.sonnerie.media.codec..");
    }

    @Test
    void noReflectionAndNoSpring() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.lang.reflect..", "org.springframework.."));
    }

    @Test
    void packagesMakeNoCycles() {
        check(slices().matching("org.sonnerie.media.(*)..").should().beFreeOfCycles());
    }

    @Test
    void nothingIsGlobalAndNothingHasAnEmptyName() {
        check(HouseRules.nothingStaticChanges());
        check(HouseRules.namesSayWhatThingsAre());
    }

    @Test
    void usualMistakesAreNotMade() {
        check(HouseRules.usualMistakesAreNotMade());
    }

    private static void confine(String library, String only) {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(only)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library));
    }

    private static void check(ArchRule rule) {
        rule.check(RELAY);
    }
}
