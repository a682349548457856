package org.sonnerie.pbx.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Each field of a form and each property of a request that is not the plan's has a test in which it
 * changes what happens ({@code effects/other-fields.txt}). One without fails by its name; so does a
 * line for a field that is gone, or of a test that is.
 */
class OtherFieldsTest {
    private static final String BETWEEN = " : ";

    record Line(String field, String test) {
        @Override
        public String toString() {
            return field;
        }

        String type() {
            return test.substring(0, test.indexOf('#'));
        }

        /** A test in a browser. */
        boolean fromOutside() {
            return test.startsWith("e2e.");
        }

        String method() {
            return test.substring(test.indexOf('#') + 1);
        }

        String name() {
            return field.substring(Math.max(field.lastIndexOf(' '), field.lastIndexOf('.')) + 1);
        }
    }

    static Stream<Line> lines() {
        Map<String, Line> lines = new TreeMap<>();
        text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    int at = line.indexOf(BETWEEN);
                    String field = line.substring(0, at).strip();
                    String test = line.substring(at + BETWEEN.length()).strip();
                    assertThat(lines.put(field, new Line(field, test))).as(field).isNull();
                });
        return lines.values().stream();
    }

    private static String text() {
        try (InputStream in =
                OtherFieldsTest.class.getResourceAsStream("/effects/other-fields.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyFieldHasATestAndEveryLineItsField() {
        Set<String> all = new TreeSet<>(OtherFields.properties());
        assertThat(all).as("properties are found").contains("People.role", "Tokens.scopes");
        all.addAll(OtherFields.inputs());
        assertThat(all)
                .as("fields are found")
                .contains("provider/company name", "account/page chosen", "login password");

        Set<String> listed = new TreeSet<>();
        lines().map(Line::field).forEach(listed::add);
        assertThat(listed).isEqualTo(all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void theTestIsThereAndSpeaksOfTheField(Line line) throws IOException {
        String source;
        if (line.fromOutside()) {
            source = source("../end-to-end/src/test/java/org/sonnerie/" + line.type());
            assertThat(source).as(line.test()).contains("@Test\n    void " + line.method() + "(");
        } else {
            assertThat(OtherFields.methods(OtherFields.named("org.sonnerie.pbx." + line.type())))
                    .as(line.test())
                    .anyMatch(method ->
                            method.getName().equals(line.method())
                                    && AnnotationSupport.isAnnotated(method, Testable.class));
            source = source("src/test/java/org/sonnerie/pbx/" + line.type());
        }
        assertThat(source).as(line.test()).contains(line.name());
    }

    private static String source(String type) throws IOException {
        int folders = type.lastIndexOf('/');
        return Files.readString(
                Path.of(
                        type.substring(0, folders),
                        type.substring(folders).replace('.', '/') + ".java"));
    }
}
