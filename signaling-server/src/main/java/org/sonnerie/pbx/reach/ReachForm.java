package org.sonnerie.pbx.reach;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is reached, as his page shows and sends it (docs/protocol.md). Where calls go is
 * {@code voicemail}, what would be dialled, or null.
 *
 * @param doNotDisturb his phone does not ring
 * @param always where every call goes
 * @param busy where calls go while he is busy
 * @param noAnswer where calls go that rang in vain
 * @param unreachable where calls go while no phone of his can ring
 * @param followMe his other phone, or null
 * @param rules for certain callers and hours
 */
record ReachForm(
        boolean doNotDisturb,
        @Nullable String always,
        @Nullable String busy,
        @Nullable String noAnswer,
        @Nullable String unreachable,
        @Nullable Other followMe,
        List<Rule> rules) {
    /** What was left out is as good as empty. */
    ReachForm {
        rules = given(rules, new Rule("", "", null, null, null));
    }

    private static <T> List<T> given(@Nullable List<T> all, T instead) {
        return all == null
                ? List.of()
                : all.stream().map(one -> Objects.requireNonNullElse(one, instead)).toList();
    }

    /**
     * His other phone.
     *
     * @param number as dialled
     * @param afterSeconds how long his own rings before
     */
    record Other(String number, int afterSeconds) {
        Other {
            number = Objects.requireNonNullElse(number, "");
        }
    }

    /**
     * A rule.
     *
     * @param name such as "Lunch"
     * @param callers everybody, colleagues, outside, withheld or numbers
     * @param numbers of those callers, or null
     * @param week spans of each day, or null: always
     * @param to where such calls go; null: his phone rings
     */
    record Rule(
            String name,
            String callers,
            @Nullable List<String> numbers,
            @Nullable Map<String, List<String>> week,
            @Nullable String to) {
        Rule {
            name = Objects.requireNonNullElse(name, "");
            callers = Objects.requireNonNullElse(callers, "");
            numbers = numbers == null ? null : given(numbers, "");
            week = week == null ? null : spans(week);
        }

        private static Map<String, List<String>> spans(Map<String, List<String>> week) {
            Map<String, List<String>> all = new LinkedHashMap<>();
            week.forEach((day, spans) -> all.put(day, given(spans, "")));
            return all;
        }
    }

    /**
     * What is wrong with a part.
     *
     * @param field such as {@code rules.0.to}
     * @param code see docs/protocol.md
     */
    record Flaw(String field, String code) {}
}
