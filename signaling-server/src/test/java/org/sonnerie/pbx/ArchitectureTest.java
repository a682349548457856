package org.sonnerie.pbx;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.plan.Destination;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;

/** The walls inside the server (that call and plan are pure is tested beside them). */
class ArchitectureTest {
    private static final JavaClasses SERVER =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.sonnerie.pbx");

    @Test
    void timeIsGivenNotTaken() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..runtime..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(SERVER);
    }

    @Test
    void threadsAreMadeInTheRuntimeOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..runtime..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Executors.class)
                .check(SERVER);
    }

    @Test
    void enginesAreSeenThroughTheirApiOnly() {
        noClasses()
                .that(DescribedPredicate.not(simpleName("Roles")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.sonnerie.media..", "org.sonnerie.trunk..")
                                .and(
                                        DescribedPredicate.not(
                                                resideInAnyPackage(
                                                        "org.sonnerie.media.api",
                                                        "org.sonnerie.trunk.api"))))
                .check(SERVER);
    }

    @Test
    void bouncyCastleIsForCertificateAndPasswordsOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..config.tls", "..security")
                .should()
                .dependOnClassesThat(resideInAPackage("org.bouncycastle.."))
                .check(SERVER);
    }

    @Test
    void webSocketsAreForSignalingOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..signaling")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.eclipse.jetty.websocket..", "..ee11.websocket.."))
                .check(SERVER);
    }

    @Test
    void featuresReachEachOtherWithoutCycles() {
        slices().matching("org.sonnerie.pbx.(**)").should().beFreeOfCycles().check(SERVER);
    }

    @Test
    void messagesEventsAndEffectsAreRecords() {
        classes()
                .that()
                .areAssignableTo(CallEvent.class)
                .or()
                .areAssignableTo(CallEffect.class)
                .or()
                .areAssignableTo(Destination.class)
                .or()
                .haveNameMatching(".*signaling\\.(Client|Server)Message.*")
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .should()
                .beRecords()
                .check(SERVER);
    }

    @Test
    void springsInnerPartsAreNobodyElsesBusiness() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(Repository.class)
                .or()
                .areAnnotatedWith(Configuration.class)
                .and(DescribedPredicate.not(simpleName("SonnerieApplication")))
                .should()
                .notBePublic()
                .check(SERVER);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Base|\\.Abstract[A-Za-z]*)")
                .check(SERVER);
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(SERVER);
    }

    @Test
    void usualMistakesAreNotMade() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(SERVER);
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(SERVER);
        GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(SERVER);
    }

    @Test
    void modulesKeepToTheirFacades() {
        ApplicationModules.of(SonnerieApplication.class).verify();
    }
}
