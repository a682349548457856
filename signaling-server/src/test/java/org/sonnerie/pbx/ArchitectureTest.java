package org.sonnerie.pbx;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallEffect;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.rules.HouseRules;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;

/** The walls inside the server (that call and plan are pure is tested beside them). */
class ArchitectureTest {
    /** What Spring's build step writes: classes such as {@code Database__BeanDefinitions}. */
    private static final String GENERATED = "__";

    private static final JavaClasses SERVER =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains(GENERATED))
                    .importPackages("org.sonnerie.pbx");
    private static final DescribedPredicate<JavaClass> RUNTIME =
            resideInAPackage("org.sonnerie.pbx.runtime..");

    /** Where the clock that everybody is given comes from. */
    private static final String WEB_SERVER = "org.sonnerie.pbx.config.WebServer";

    private static DescribedPredicate<JavaClass> type(String name) {
        return DescribedPredicate.describe(name, type -> type.getName().equals(name));
    }

    @Test
    void timeIsGivenNotTaken() {
        HouseRules.timeIsGivenNotTaken(RUNTIME.or(type(WEB_SERVER))).check(SERVER);
    }

    @Test
    void threadsAreMadeInTheRuntimeOnly() {
        HouseRules.threadsAreMadeInOnePlace(RUNTIME).check(SERVER);
    }

    @Test
    void enginesAreSeenThroughTheirApiOnly() {
        noClasses()
                .that(DescribedPredicate.not(type("org.sonnerie.pbx.config.Roles")))
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

    /** Who uses tables says whose rows he wants: the database itself sees to it then. */
    @Test
    void tablesAreReachedThroughAScopeOnly() {
        noCodeUnits()
                .that()
                .areDeclaredInClassesThat(
                        DescribedPredicate.not(type("org.sonnerie.pbx.config.Durability")))
                .should()
                .haveRawParameterTypes(
                        DescribedPredicate.describe(
                                "JdbcClient",
                                types ->
                                        types.stream()
                                                .anyMatch(one ->
                                                        one.isEquivalentTo(JdbcClient.class))))
                .check(SERVER);
        noClasses()
                .that()
                .resideOutsideOfPackages("..tables", "..config")
                .and()
                .haveNameNotMatching(".*runtime\\.(CallEventStore|RuntimeConfiguration)")
                .should()
                .dependOnClassesThat(
                        type("javax.sql.DataSource")
                                .or(resideInAPackage("org.springframework.transaction.support"))
                                .or(type("org.springframework.jdbc.core.JdbcTemplate")))
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
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .areMetaAnnotatedWith(Repository.class)
                .or()
                .areMetaAnnotatedWith(Configuration.class)
                .and()
                .doNotBelongToAnyOf(SonnerieApplication.class)
                .should()
                .notBePublic()
                .check(SERVER);
    }

    @Test
    void namesSayWhatThingsAre() {
        HouseRules.namesSayWhatThingsAre().check(SERVER);
    }

    @Test
    void nothingStaticChanges() {
        HouseRules.nothingStaticChanges().check(SERVER);
    }

    @Test
    void usualMistakesAreNotMade() {
        HouseRules.usualMistakesAreNotMade().check(SERVER);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(SERVER);
    }

    @Test
    void modulesKeepToTheirFacades() {
        ApplicationModules.of(SonnerieApplication.class).verify();
    }
}
