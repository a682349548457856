package org.sonnerie.pbx.parts;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sonnerie.pbx.company.Countries;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.plan.Span;
import org.sonnerie.pbx.plan.Weekdays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what was typed into a field as a value of the plan document. */
final class FieldValues {
    /** The keys a menu or a queue knows. */
    static final List<String> KEYS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_DIGITS = 9;

    private final Choices choices;
    private final Typed typed;

    FieldValues(Choices choices, Typed typed) {
        this.choices = choices;
        this.typed = typed;
    }

    /**
     * Reads a field.
     *
     * @param field which
     * @return its value; a null node: it is empty
     * @throws WrongInputException if it cannot be understood
     */
    JsonNode read(Field field) {
        JsonNode value = valueOf(field);
        if (field.needed() && value.isNull()) {
            throw wrong("missing");
        }
        return value;
    }

    private JsonNode valueOf(Field field) {
        String name = field.name();
        return switch (field.type()) {
            case FieldType.Line(int most, var looks) -> line(typed.one(name), most, looks);
            case FieldType.Whole(int least, int most) -> whole(typed.one(name), least, most);
            case FieldType.Choice(var words) -> choice(typed.one(name), words);
            case FieldType.Language() -> choice(typed.one(name), choices.languages());
            case FieldType.Several(var words) -> several(typed.filled(name), words);
            case FieldType.Truth() -> NODES.booleanNode(typed.one(name).equals("yes"));
            case FieldType.Lines(var looks) -> lines(typed.one(name), looks);
            case FieldType.Persons() -> found(typed.filled(name), choices::person, "nobody");
            case FieldType.OnePerson() -> found(typed.one(name), choices::person, "nobody");
            case FieldType.Target() -> found(typed.one(name), choices::target, "nowhere");
            case FieldType.Prompt() -> found(typed.one(name), this::prompt, "no-prompt");
            case FieldType.Prompts() -> prompts(typed.filled(name));
            case FieldType.OpeningHours() -> found(typed.one(name), choices::hoursOf, "no-hours");
            case FieldType.Keys() -> keys(name);
            case FieldType.LanguageKeys() -> languageKeys(name);
            case FieldType.Week() -> week(name);
            case FieldType.Holidays() -> holidays(name);
            case FieldType.Zone() -> zone(typed.one(name));
            case FieldType.Country() -> choice(typed.one(name), Countries::known);
            case FieldType.Codes() -> codes(name);
            case FieldType.CallerRules() -> callerRules(name);
        };
    }

    private static JsonNode line(String text, int most, FieldType.Looks looks) {
        String meant = looks == FieldType.Looks.PHONE ? number(text) : text;
        if (meant.isEmpty()) {
            return NODES.nullNode();
        }
        if (meant.length() > most) {
            throw wrong("too-long", most);
        }
        if (meant.chars().anyMatch(Character::isISOControl)) {
            throw wrong("control");
        }
        return NODES.stringNode(meant);
    }

    private static ArrayNode lines(String text, FieldType.Looks looks) {
        return texts(
                text.lines()
                        .map(String::strip)
                        .map(line -> looks == FieldType.Looks.PHONE ? number(line) : line)
                        .toList());
    }

    /** A number without what people write between its digits. */
    static String number(String typed) {
        return typed.replaceAll("[ ./()-]", "");
    }

    private static JsonNode whole(String text, int least, int most) {
        if (text.isEmpty()) {
            return NODES.nullNode();
        }
        boolean digits =
                text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw wrong("not-between", least, most);
        }
        return NODES.numberNode(number);
    }

    private static JsonNode choice(String text, List<String> words) {
        return choice(text, words::contains);
    }

    private static JsonNode choice(String text, Predicate<String> known) {
        if (text.isEmpty()) {
            return NODES.nullNode();
        }
        if (!known.test(text)) {
            throw wrong("no-choice");
        }
        return NODES.stringNode(text);
    }

    private static JsonNode several(List<String> chosen, List<String> words) {
        chosen.forEach(word -> choice(word, words));
        return texts(chosen);
    }

    private static ArrayNode texts(List<String> lines) {
        ArrayNode all = NODES.arrayNode();
        lines.stream().filter(line -> !line.isEmpty()).forEach(all::add);
        return all;
    }

    private static JsonNode found(
            String text, Function<String, Optional<String>> meaning, String otherwise) {
        return text.isEmpty()
                ? NODES.nullNode()
                : NODES.stringNode(meaning.apply(text).orElseThrow(() -> wrong(otherwise, text)));
    }

    private static JsonNode found(
            List<String> all, Function<String, Optional<String>> meaning, String otherwise) {
        return texts(
                all.stream()
                        .map(text -> meaning.apply(text).orElseThrow(() -> wrong(otherwise, text)))
                        .toList());
    }

    private Optional<String> prompt(String text) {
        return Optional.of(text).filter(choices.prompts()::contains);
    }

    /** None is left out of the document: it has no empty list of adverts. */
    private JsonNode prompts(List<String> all) {
        JsonNode found = found(all, this::prompt, "no-prompt");
        return found.isEmpty() ? NODES.nullNode() : found;
    }

    private JsonNode keys(String name) {
        ObjectNode all = NODES.objectNode();
        for (String key : KEYS) {
            String text = typed.one(name + "." + key);
            if (!text.isEmpty()) {
                String to = choices.target(text).orElseThrow(() -> wrong("key-nowhere", key, text));
                all.put(key, to);
            }
        }
        return all;
    }

    private JsonNode languageKeys(String name) {
        ObjectNode all = NODES.objectNode();
        for (String language : choices.languages()) {
            String key = typed.one(name + "." + language);
            if (!key.isEmpty()) {
                if (!KEYS.contains(key) || all.has(key)) {
                    throw wrong("no-key", key);
                }
                all.put(key, language);
            }
        }
        return all;
    }

    private JsonNode week(String name) {
        ObjectNode all = NODES.objectNode();
        for (DayOfWeek day : DayOfWeek.values()) {
            String word = Weekdays.write(day);
            List<String> spans =
                    List.of(typed.one(name + "." + word).split("[,;]")).stream()
                            .map(String::strip)
                            .filter(span -> !span.isEmpty())
                            .map(FieldValues::span)
                            .toList();
            if (!spans.isEmpty()) {
                spans.forEach(all.putArray(word)::add);
            }
        }
        return all;
    }

    private static String span(String text) {
        try {
            return Span.read(text.replace(" ", "").replace('–', '-')).toString();
        } catch (IllegalArgumentException _) {
            throw wrong("no-span", text);
        }
    }

    private JsonNode holidays(String name) {
        ArrayNode all = NODES.arrayNode();
        for (List<String> row : rows(name, FieldTexts.HOLIDAY)) {
            String from = row.getFirst();
            String called = row.getLast();
            if (!from.isEmpty() || !called.isEmpty()) {
                holiday(all, from, row.get(1), called);
            }
        }
        return all;
    }

    /** The rows of a table in which anything was typed, cell by cell. */
    private List<List<String>> rows(String name, List<String> columns) {
        List<List<String>> cells =
                columns.stream().map(column -> typed.all(name + "." + column)).toList();
        int count = cells.getFirst().size();
        if (cells.stream().anyMatch(column -> column.size() != count)) {
            throw wrong("no-choice");
        }
        return IntStream.range(0, count)
                .mapToObj(row -> cells.stream().map(column -> column.get(row)).toList())
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
    }

    private JsonNode codes(String name) {
        ObjectNode all = NODES.objectNode();
        for (List<String> row : rows(name, FieldTexts.CODES)) {
            String code = row.getFirst();
            String to = row.getLast();
            if (code.isEmpty() || all.has(code)) {
                throw wrong("no-code", code.isEmpty() ? to : code);
            }
            all.put(code, choices.codeTarget(to).orElseThrow(() -> wrong("nowhere", to)));
        }
        return all;
    }

    private JsonNode callerRules(String name) {
        ArrayNode all = NODES.arrayNode();
        for (List<String> row : rows(name, FieldTexts.CALLER_RULES)) {
            ObjectNode rule = all.addObject();
            String who = row.getFirst();
            if (choices.isWithheld(who)) {
                rule.put("withheld", true);
            } else {
                rule.put("list", choices.callers(who).orElseThrow(() -> wrong("no-list", who)));
            }
            ArrayNode numbers =
                    texts(Stream.of(row.get(1).split("[,;]")).map(FieldValues::number).toList());
            rule.set("numbers", numbers.isEmpty() ? NODES.nullNode() : numbers);
            String to = row.getLast();
            rule.put("to", choices.target(to).orElseThrow(() -> wrong("nowhere", to)));
        }
        return all;
    }

    private static void holiday(ArrayNode all, String from, String to, String name) {
        String first = day(from, name);
        ObjectNode one = all.addObject().put("from", first);
        String last = to.isEmpty() ? first : day(to, name);
        if (last.compareTo(first) < 0 || name.isEmpty()) {
            throw wrong("no-holiday", name.isEmpty() ? from : name);
        }
        one.put("to", last).put("name", name);
    }

    private static String day(String text, String name) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeException _) {
            throw wrong("no-holiday", name.isEmpty() ? text : name);
        }
    }

    private static JsonNode zone(String text) {
        if (!text.isEmpty() && !ZoneId.getAvailableZoneIds().contains(text)) {
            throw wrong("no-zone", text);
        }
        return text.isEmpty() ? NODES.nullNode() : NODES.stringNode(text);
    }

    static WrongInputException wrong(String what, Object... arguments) {
        return new WrongInputException(Sentence.of("form.wrong." + what, arguments));
    }
}
