package org.sonnerie.pbx.parts;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.Weekdays;
import tools.jackson.databind.JsonNode;

/** How a field's value is shown: what {@link FieldValues} reads, input by input. */
final class FieldTexts {
    /** The columns of tables, as the ends of their inputs' names. */
    static final List<String> HOLIDAY = List.of("from", "to", "name");

    static final List<String> CODES = List.of("code", "to");
    static final List<String> CALLER_RULES = List.of("who", "numbers", "to");

    private final Choices choices;

    FieldTexts(Choices choices) {
        this.choices = choices;
    }

    /** The texts of a field's inputs, in the order of {@link #inputs}. */
    List<String> of(Field field, JsonNode value) {
        return switch (field.type()) {
            case FieldType.Line _,
                    FieldType.Whole _,
                    FieldType.Choice _,
                    FieldType.Language _,
                    FieldType.Prompt _,
                    FieldType.Country _,
                    FieldType.Zone _ ->
                    one(value.asString(""));
            case FieldType.Truth() -> one(value.asBoolean(false) ? "yes" : "");
            case FieldType.Several _, FieldType.Prompts _ -> each(value, text -> text);
            case FieldType.Lines _ ->
                    one(each(value, text -> text).stream().collect(Collectors.joining("\n")));
            case FieldType.Persons() -> each(value, choices::personLabel);
            case FieldType.OnePerson() -> one(label(value, choices::personLabel));
            case FieldType.Target() -> one(label(value, choices::targetLabel));
            case FieldType.OpeningHours() -> one(label(value, choices::hoursLabel));
            case FieldType.Keys() ->
                    FieldValues.KEYS.stream()
                            .map(key -> label(value.path(key), choices::targetLabel))
                            .toList();
            case FieldType.LanguageKeys() ->
                    choices.languages().stream().map(language -> keyOf(value, language)).toList();
            case FieldType.Week() ->
                    Stream.of(DayOfWeek.values())
                            .map(day ->
                                    String.join(
                                            ", ",
                                            each(value.path(Weekdays.write(day)), text -> text)))
                            .toList();
            case FieldType.Holidays() -> holidays(value);
            case FieldType.Codes() ->
                    value.propertyStream()
                            .flatMap(code ->
                                    Stream.of(
                                            code.getKey(),
                                            label(code.getValue(), choices::targetLabel)))
                            .toList();
            case FieldType.CallerRules() -> value.valueStream().flatMap(this::callerRule).toList();
        };
    }

    /** What was typed, in the same order; what a list has too many is not left out. */
    List<String> typed(Field field, Typed typed) {
        return switch (field.type()) {
            case FieldType.Several _, FieldType.Prompts _, FieldType.Persons _ ->
                    typed.filled(field.name());
            case FieldType.Holidays _, FieldType.Codes _, FieldType.CallerRules _ -> {
                List<String> all = new ArrayList<>();
                List<List<String>> columns = inputs(field).stream().map(typed::all).toList();
                for (int i = 0; i < columns.getFirst().size(); i++) {
                    int row = i;
                    columns.forEach(column -> all.add(row < column.size() ? column.get(row) : ""));
                }
                yield all;
            }
            default -> inputs(field).stream().map(typed::one).toList();
        };
    }

    /** The names of a field's inputs. */
    List<String> inputs(Field field) {
        String name = field.name() + ".";
        return switch (field.type()) {
            case FieldType.Keys() -> FieldValues.KEYS.stream().map(name::concat).toList();
            case FieldType.LanguageKeys() ->
                    choices.languages().stream().map(name::concat).toList();
            case FieldType.Week() ->
                    Stream.of(DayOfWeek.values()).map(day -> name + Weekdays.write(day)).toList();
            case FieldType.Holidays() -> HOLIDAY.stream().map(name::concat).toList();
            case FieldType.Codes() -> CODES.stream().map(name::concat).toList();
            case FieldType.CallerRules() -> CALLER_RULES.stream().map(name::concat).toList();
            default -> List.of(field.name());
        };
    }

    private static List<String> one(String text) {
        return List.of(text);
    }

    private static List<String> each(JsonNode list, Function<String, String> shown) {
        return list.valueStream().map(node -> shown.apply(node.asString(""))).toList();
    }

    private static String label(JsonNode value, Function<String, String> shown) {
        return value.isString() ? shown.apply(value.stringValue()) : "";
    }

    private static String keyOf(JsonNode keys, String language) {
        return keys.propertyNames().stream()
                .filter(key -> keys.path(key).asString("").equals(language))
                .findFirst()
                .orElse("");
    }

    private Stream<String> callerRule(JsonNode rule) {
        return Stream.of(
                choices.callersLabel(label(rule.path("list"), id -> id)),
                String.join(", ", each(rule.path("numbers"), text -> text)),
                label(rule.path("to"), choices::targetLabel));
    }

    private static List<String> holidays(JsonNode all) {
        return all.valueStream()
                .flatMap(one -> {
                    String from = one.path("from").asString("");
                    String to = one.path("to").asString("");
                    return Stream.of(
                            from, to.equals(from) ? "" : to, one.path("name").asString(""));
                })
                .toList();
    }
}
