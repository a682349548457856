package org.sonnerie.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the tests from outside keep to. */
class ArchitectureTest {
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter().importPackages("org.sonnerie.e2e");
    }

    @Test
    void theProductIsSeenOnlyFromOutside() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.sonnerie.media..", "org.sonnerie.trunk..", "org.sonnerie.pbx..")
                .check(classes);
    }

    @Test
    void nobodyWaitsByTheClock() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(classes);
    }

    @Test
    void theKitHasNoCycles() {
        slices().matching("org.sonnerie.e2e.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void soundKnowsNothingElse() {
        noClasses()
                .that()
                .resideInAPackage("..sound..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..browser..", "..carrier..", "..product..", "..attack..")
                .check(classes);
    }

    @Test
    void nameSaysWhat() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Base|Abstract[^.]*)")
                .check(classes);
    }
}
