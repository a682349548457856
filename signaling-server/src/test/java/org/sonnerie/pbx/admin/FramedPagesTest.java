package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** A page whose controller its frame does not know would have no navigation. */
class FramedPagesTest {
    /** They show pages without a frame, or none. */
    private static final Set<String> WITHOUT =
            Set.of(
                    "HeardRecordingsController",
                    "InvitationController",
                    "SetupController",
                    "TrunkPasswordController",
                    "TrunkTestController",
                    "WelcomeController",
                    "CompanyEndController",
                    "LiveEventsController");

    private static Set<String> controllers(String folder) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents("org.sonnerie.pbx." + folder).stream()
                .map(found -> String.valueOf(found.getBeanClassName()))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .filter(name -> !WITHOUT.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({"admin, PageFrame", "provider, ProviderFrame"})
    void eachControllerOfAPageIsKnownToItsFrame(String folder, String frame) throws Exception {
        Class<?>[] known =
                Class.forName("org.sonnerie.pbx." + folder + "." + frame)
                        .getAnnotation(ControllerAdvice.class)
                        .assignableTypes();

        assertThat(controllers(folder))
                .hasSizeGreaterThan(5)
                .isEqualTo(
                        Arrays.stream(known)
                                .map(Class::getSimpleName)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
