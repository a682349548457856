package org.sonnerie.pbx.parts;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.plan.Weekdays;
import tools.jackson.databind.JsonNode;

/**
 * Turns members of JSON into what would be typed into a form to say the same, so that both go
 * through the same checks. NOT thread safe.
 */
final class PartJson {
    private final Choices choices;
    private final Map<String, List<String>> inputs = new HashMap<>();
    private final Map<String, Phrase> wrong = new LinkedHashMap<>();

    PartJson(Choices choices) {
        this.choices = choices;
    }

    /** What is of another type than its field, by the field's name. */
    Map<String, Phrase> wrong() {
        return wrong;
    }

    /** What would be typed. */
    Map<String, List<String>> inputs() {
        return inputs;
    }

    void add(Field field, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        try {
            write(field, value);
        } catch (WrongInputException refused) {
            wrong.put(field.name(), refused.why());
        }
    }

    private void write(Field field, JsonNode value) {
        String name = field.name();
        switch (field.type()) {
            case FieldType.Line _,
                    FieldType.Choice _,
                    FieldType.Language _,
                    FieldType.Prompt _,
                    FieldType.Zone _,
                    FieldType.Country _ ->
                    put(name, text(value));
            case FieldType.Target() -> put(name, target(value));
            case FieldType.OnePerson() -> put(name, choices.personLabel(text(value)));
            case FieldType.OpeningHours() -> put(name, choices.hoursLabel(text(value)));
            case FieldType.Whole _ -> {
                need(value.isIntegralNumber(), "number");
                put(name, value.asString());
            }
            case FieldType.Truth() -> {
                need(value.isBoolean(), "truth");
                put(name, value.booleanValue() ? "yes" : "");
            }
            case FieldType.Several _, FieldType.Prompts() -> inputs.put(name, texts(value));
            case FieldType.Persons() ->
                    inputs.put(name, texts(value).stream().map(choices::personLabel).toList());
            case FieldType.Lines _ -> put(name, String.join("\n", texts(value)));
            case FieldType.Keys() ->
                    members(
                            value,
                            FieldValues.KEYS,
                            (key, to) -> put(name + "." + key, target(to)));
            case FieldType.LanguageKeys() ->
                    members(
                            value,
                            FieldValues.KEYS,
                            (key, language) -> put(name + "." + text(language), key));
            case FieldType.Week() ->
                    members(
                            value,
                            Stream.of(DayOfWeek.values()).map(Weekdays::write).toList(),
                            (day, all) -> put(name + "." + day, String.join(",", texts(all))));
            case FieldType.Holidays() -> holidays(name, value);
            case FieldType.Codes() -> codes(name, value);
            case FieldType.CallerRules() -> callerRules(name, value);
        }
    }

    private void codes(String name, JsonNode value) {
        need(value.isObject(), "object");
        value.properties()
                .forEach(code -> {
                    append(name + ".code", code.getKey());
                    append(name + ".to", target(code.getValue()));
                });
    }

    private void callerRules(String name, JsonNode value) {
        for (JsonNode rule : objects(value, List.of("list", "withheld", "numbers", "to"))) {
            boolean withheld = rule.path("withheld").asBoolean(false);
            need(withheld != rule.path("list").isString(), "list-or-withheld");
            append(name + ".who", choices.callersLabel(rule.path("list").asString("")));
            JsonNode numbers = rule.path("numbers");
            boolean all = numbers.isMissingNode() || numbers.isNull();
            append(name + ".numbers", all ? "" : String.join(",", texts(numbers)));
            append(name + ".to", target(rule.path("to")));
        }
    }

    private void holidays(String name, JsonNode value) {
        for (JsonNode row : objects(value, FieldTexts.HOLIDAY)) {
            for (String column : FieldTexts.HOLIDAY) {
                JsonNode cell = row.path(column);
                boolean empty = cell.isMissingNode() || cell.isNull();
                append(name + "." + column, empty ? "" : text(cell));
            }
        }
    }

    private void put(String input, String text) {
        if (inputs.put(input, List.of(text)) != null) {
            throw FieldValues.wrong("no-key", text);
        }
    }

    private void append(String input, String text) {
        inputs.computeIfAbsent(input, _ -> new ArrayList<>()).add(text);
    }

    private String target(JsonNode value) {
        String word = text(value);
        return choices.target(word).isPresent() ? word : choices.targetLabel(word);
    }

    private static String text(JsonNode value) {
        need(value.isString(), "text");
        return value.stringValue();
    }

    private static List<String> texts(JsonNode value) {
        need(value.isArray() && value.valueStream().allMatch(JsonNode::isString), "texts");
        return value.valueStream().map(JsonNode::stringValue).toList();
    }

    private static List<JsonNode> objects(JsonNode value, List<String> members) {
        need(value.isArray(), "list");
        value.forEach(one -> members(one, members, (_, _) -> {}));
        return value.valueStream().toList();
    }

    private static void members(
            JsonNode value, List<String> known, BiConsumer<String, JsonNode> each) {
        need(value.isObject(), "object");
        value.properties()
                .forEach(member -> {
                    if (!known.contains(member.getKey())) {
                        throw new WrongInputException(unknown(member.getKey()));
                    }
                    each.accept(member.getKey(), member.getValue());
                });
    }

    static Phrase unknown(String member) {
        return Sentence.of("form.wrong.no-member", member);
    }

    private static void need(boolean holds, String expected) {
        if (!holds) {
            throw new WrongInputException(Sentence.of("plan.flaw.expected-" + expected));
        }
    }
}
