package org.sonnerie.pbx.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.history.Sentence;
import tools.jackson.databind.JsonNode;

class FieldValuesTest {
    private static JsonNode read(Field field, Map<String, List<String>> typed) {
        return new FieldValues(new Choices(), new Typed(typed)).read(field);
    }

    private static JsonNode read(Field field, String typed) {
        return read(field, Map.of(field.name(), List.of(typed)));
    }

    private static Field field(PartKind kind, String name) {
        return kind.fields().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void refuses(Field field, String typed, String why) {
        assertThatThrownBy(() -> read(field, typed))
                .isInstanceOfSatisfying(
                        WrongInputException.class,
                        wrong ->
                                assertThat(wrong.why())
                                        .isInstanceOfSatisfying(
                                                Sentence.class,
                                                said ->
                                                        assertThat(said.key())
                                                                .isEqualTo("form.wrong." + why)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "300", " 20 "})
    void numbersAtTheEdgesAreTaken(String typed) {
        assertThat(read(field(PartKind.GROUP, "ringSeconds"), typed).intValue())
                .isEqualTo(Integer.parseInt(typed.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "301", "-1", "1.5", "ten", "99999999999", "٢٠"})
    void numbersBeyondThemAreNot(String typed) {
        refuses(field(PartKind.GROUP, "ringSeconds"), typed, "not-between");
    }

    @Test
    void whatMustBeThereIsAskedFor() {
        refuses(field(PartKind.GROUP, "name"), "  ", "missing");
    }

    @Test
    void aLineIsOneLine() {
        refuses(field(PartKind.GROUP, "name"), "Sales\r\nBcc: x", "control");
        refuses(field(PartKind.GROUP, "name"), "x".repeat(201), "too-long");
    }

    @Test
    void phoneNumbersAreTypedAsPeopleWriteThem() {
        assertThat(read(field(PartKind.NUMBER, "number"), "+33 (1) 45-67.89 01").stringValue())
                .isEqualTo("+33145678901");
    }

    @ParameterizedTest
    @CsvSource({"09:00-12:00, 09:00-12:00", "22:00 – 06:00, 22:00-06:00"})
    void spansOfADay(String typed, String read) {
        JsonNode week =
                read(
                        field(PartKind.HOURS, "week"),
                        Map.of("week.tue", List.of(typed), "week.wed", List.of("")));

        assertThat(week.path("tue").get(0).stringValue()).isEqualTo(read);
        assertThat(week.has("wed")).isFalse();
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        assertThatThrownBy(() ->
                        read(
                                field(PartKind.HOURS, "week"),
                                Map.of("week.mon", List.of("9-12, 25:00-26:00"))))
                .isInstanceOf(WrongInputException.class);
    }

    @Test
    void holidaysInTheWrongOrderAreRefused() {
        assertThatThrownBy(() ->
                        read(
                                field(PartKind.HOURS, "holidays"),
                                Map.of(
                                        "holidays.from", List.of("2026-12-26"),
                                        "holidays.to", List.of("2026-12-24"),
                                        "holidays.name", List.of("Noël"))))
                .isInstanceOf(WrongInputException.class);
    }

    @Test
    void aChoiceThatIsNotOfferedIsRefused() {
        refuses(field(PartKind.GROUP, "strategy"), "by-chance", "no-choice");
        refuses(field(PartKind.GROUP, "otherwise"), "Nobody", "nowhere");
    }

    @Test
    void numbersOutsideAreDestinations() {
        assertThat(read(field(PartKind.GROUP, "otherwise"), "+33 1 45 67 89 01").stringValue())
                .isEqualTo("outside:+33145678901");
    }
}
