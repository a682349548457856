package org.sonnerie.media;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

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
        for (String pure : PURE) {
            check(
                    classes()
                            .that()
                            .resideInAPackage(pure)
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(PURE_MAY_USE)
                            .because("it is tested as values, without time, net or threads"));
        }
    }

    @Test
    void timeIsAnArgument() {
        check(
                outsideTheEngine()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(Thread.class, "sleep", long.class)
                        .orShould()
                        .callMethodWhere(
                                Predicates.target(HasName.Predicates.nameMatching("system.*"))
                                        .and(
                                                Predicates.target(
                                                        HasOwner.Predicates.With.owner(
                                                                assignableTo(Clock.class))))));
    }

    @Test
    void threadsAreTheEngines() {
        check(
                outsideTheEngine()
                        .dependOnClassesThat()
                        .belongToAnyOf(Thread.class, Executors.class));
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
        check(fields().that().areStatic().should().beFinal());
        check(
                noClasses()
                        .should()
                        .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Base|Abstract[A-Za-z]*)"));
    }

    @Test
    void generalRules() {
        check(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
        check(GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
    }

    private static ClassesShould outsideTheEngine() {
        return noClasses().that().resideOutsideOfPackage(ENGINE).should();
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
