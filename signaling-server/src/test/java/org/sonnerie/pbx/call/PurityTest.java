package org.sonnerie.pbx.call;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.rules.HouseRules;

final class PurityTest {
    private static final String[] MAY_USE = {
        "java.lang",
        "java.lang.runtime",
        "java.lang.invoke",
        "java.util",
        "java.util.function",
        "java.util.regex",
        "java.util.stream",
        "java.time",
        "org.jspecify.annotations",
        "org.sonnerie.pbx.plan",
        "org.sonnerie.pbx.call",
        "org.sonnerie.pbx.queue",
        "org.sonnerie.pbx.room"
    };

    private static final String[] PURE = {
        "org.sonnerie.pbx.plan",
        "org.sonnerie.pbx.call",
        "org.sonnerie.pbx.queue",
        "org.sonnerie.pbx.room"
    };

    private final JavaClasses pure =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(PURE);

    @Test
    void whatIsPureKnowsNothingButTheLanguage() {
        HouseRules.pure(PURE, MAY_USE).check(pure);
    }

    @Test
    void thePlanKnowsNothingOfCalls() {
        noClasses()
                .that()
                .resideInAPackage("org.sonnerie.pbx.plan")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.sonnerie.pbx.call")
                .check(pure);
    }

    @Test
    void eventsEffectsAndDestinationsAreRecords() {
        for (Class<?> closed :
                Set.of(
                        CallEvent.class,
                        CallEffect.class,
                        CallEffect.Hears.class,
                        CallEffect.CallSound.class,
                        Reason.class,
                        Stage.class,
                        Who.class,
                        Destination.class)) {
            classes()
                    .that()
                    .areAssignableTo(closed)
                    .and()
                    .areNotInterfaces()
                    .should()
                    .beRecords()
                    .check(pure);
        }
    }
}
