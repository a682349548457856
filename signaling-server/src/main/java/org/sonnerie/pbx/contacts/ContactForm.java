package org.sonnerie.pbx.contacts;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contact as a page sends it; what was left out is as good as empty.
 *
 * @param name whose
 * @param company where somebody works
 * @param note anything
 * @param numbers of his
 */
record ContactForm(String name, String company, String note, List<PhoneNumber> numbers) {
    ContactForm {
        name = given(name);
        company = given(company);
        note = given(note);
        numbers =
                numbers == null
                        ? List.of()
                        : numbers.stream()
                                .map(one ->
                                        Objects.requireNonNullElse(one, new PhoneNumber("", "")))
                                .toList();
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /**
     * A number.
     *
     * @param label such as "Mobile"
     * @param number as somebody writes it
     */
    record PhoneNumber(String label, String number) {
        PhoneNumber {
            label = given(label);
            number = given(number);
        }
    }

    /**
     * What is wrong with a part.
     *
     * @param field such as {@code numbers.0.number}
     * @param code see docs/protocol.md
     */
    record Flaw(String field, String code) {}
}
