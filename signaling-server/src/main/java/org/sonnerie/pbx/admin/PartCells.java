package org.sonnerie.pbx.admin;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sonnerie.pbx.company.Countries;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.parts.Choices;
import org.sonnerie.pbx.parts.Field;
import org.sonnerie.pbx.parts.FieldType;
import org.sonnerie.pbx.parts.PartForm;
import org.sonnerie.pbx.parts.PartForm.FieldView;
import org.sonnerie.pbx.parts.PartKind;
import org.sonnerie.pbx.plan.Weekdays;
import org.springframework.context.MessageSource;

/** How the fields of a part's form look on its page: controls, words, choices. */
final class PartCells {
    private static final int SPARE_ROWS = 3;
    private static final String TEXT = "text";
    private static final String TARGETS = "target-list";
    private static final String DEPARTMENTS = "department-list";
    private static final List<Column> HOLIDAY =
            List.of(
                    new Column("from", "date", ""),
                    new Column("to", "date", ""),
                    new Column("name", TEXT, ""));
    private static final List<Column> CODES =
            List.of(new Column("code", TEXT, ""), new Column("to", TEXT, "code-list"));
    private static final List<Column> CALLER_RULES =
            List.of(
                    new Column("who", TEXT, "callers-list"),
                    new Column("numbers", TEXT, ""),
                    new Column("to", TEXT, TARGETS));

    private final MessageSource messages;
    private final Narrator narrator;
    private final Choices choices;
    private final Locale locale;

    PartCells(MessageSource messages, Narrator narrator, Choices choices, Locale locale) {
        this.messages = messages;
        this.narrator = narrator;
        this.choices = choices;
        this.locale = locale;
    }

    /**
     * A control, or several that belong together.
     *
     * @param name of the field
     * @param control which fragment shows it
     * @param label above it
     * @param help below it; empty: none
     * @param problem beside it; empty: none
     * @param inputs at least one
     * @param options to choose from; of a table: what stands above its columns
     * @param rules for the browser's own check
     */
    record Cell(
            String name,
            String control,
            String label,
            String help,
            String problem,
            List<Input> inputs,
            List<Option> options,
            Rules rules) {}

    /**
     * An input of a control, with a label of its own where there are several.
     *
     * @param type the browser's
     * @param list its suggestions; empty: none
     */
    record Input(String name, String label, String value, String type, String list) {
        Input(String name, String label, String value) {
            this(name, label, value, TEXT, "");
        }
    }

    /** A choice. */
    record Option(String word, String label, boolean chosen) {}

    /** What a browser may check and offer; empty: nothing of the kind. */
    record Rules(
            String list, String mode, String least, String most, boolean needed, boolean fixed) {}

    List<Cell> of(PartForm form) {
        return form.fields().stream().map(field -> cell(form, field)).toList();
    }

    private Cell cell(PartForm form, FieldView view) {
        Field field = view.field();
        String key = "form." + form.kind().word() + "." + field.name();
        return new Cell(
                field.name(),
                control(field.type()),
                messages.getMessage(key, null, locale),
                said(key + ".help"),
                view.problem().map(why -> narrator.say(why, locale)).orElse(""),
                inputs(view),
                options(field, view.values()),
                rules(form, field));
    }

    private static String control(FieldType type) {
        return switch (type) {
            case FieldType.Line _,
                    FieldType.Whole _,
                    FieldType.OnePerson _,
                    FieldType.Target _,
                    FieldType.Prompt _,
                    FieldType.Zone _ ->
                    "line";
            case FieldType.Choice _,
                    FieldType.Language _,
                    FieldType.Country _,
                    FieldType.OpeningHours _ ->
                    "choice";
            case FieldType.Several _ -> "several";
            case FieldType.Truth _ -> "truth";
            case FieldType.Lines _ -> "lines";
            case FieldType.Persons _, FieldType.Prompts _ -> "rows";
            case FieldType.Keys _, FieldType.LanguageKeys _, FieldType.Week _ -> "table";
            case FieldType.Holidays _, FieldType.CallerRules _ -> "grid";
            case FieldType.Codes _ -> "grid-two";
        };
    }

    private List<Input> inputs(FieldView view) {
        String name = view.field().name();
        List<String> values = view.values();
        return switch (view.field().type()) {
            case FieldType.Keys _ ->
                    labelled(name, values, PartForm.KEYS, key -> say("form.key", key));
            case FieldType.LanguageKeys _ ->
                    labelled(name, values, choices.languages(), this::language);
            case FieldType.Week _ ->
                    labelled(
                            name,
                            values,
                            Stream.of(DayOfWeek.values()).map(Weekdays::write).toList(),
                            word -> said("plan.member." + word));
            case FieldType.Persons _, FieldType.Prompts _ -> rows(name, values, SPARE_ROWS);
            case FieldType.Holidays _ -> grid(name, values, HOLIDAY);
            case FieldType.Codes _ -> grid(name, values, CODES);
            case FieldType.CallerRules _ -> grid(name, values, CALLER_RULES);
            default -> List.of(new Input(name, "", values.isEmpty() ? "" : values.getFirst()));
        };
    }

    private static List<Input> labelled(
            String name, List<String> values, List<String> words, UnaryOperator<String> label) {
        return IntStream.range(0, words.size())
                .mapToObj(i ->
                        new Input(
                                name + "." + words.get(i),
                                label.apply(words.get(i)),
                                i < values.size() ? values.get(i) : ""))
                .toList();
    }

    private List<Input> rows(String name, List<String> values, int spare) {
        List<Input> rows = new ArrayList<>();
        for (int i = 0; i < values.size() + spare; i++) {
            String label = say("form.row", String.valueOf(i + 1));
            rows.add(new Input(name, label, i < values.size() ? values.get(i) : ""));
        }
        return rows;
    }

    /** A column of a table: the end of its inputs' names, its kind, its suggestions. */
    private record Column(String end, String type, String list) {}

    /** Row after row, with some empty ones. */
    private List<Input> grid(String name, List<String> values, List<Column> columns) {
        List<Input> inputs = new ArrayList<>();
        String rows = "form.row." + name + ".";
        for (int i = 0; i < values.size() + SPARE_ROWS * columns.size(); i++) {
            Column column = columns.get(i % columns.size());
            String label = say(rows + column.end(), String.valueOf(i / columns.size() + 1));
            String value = i < values.size() ? values.get(i) : "";
            String input = name + "." + column.end();
            inputs.add(new Input(input, label, value, column.type(), column.list()));
        }
        return inputs;
    }

    private List<Option> options(Field field, List<String> values) {
        return switch (field.type()) {
            case FieldType.Choice(var words) -> choose(field, words, values, this::word);
            case FieldType.Language() -> choose(field, choices.languages(), values, this::language);
            case FieldType.Country() -> countries(field, values);
            case FieldType.OpeningHours() -> choose(field, choices.hours(), values, name -> name);
            case FieldType.Several(var words) -> several(words, values);
            case FieldType.Holidays() -> heads(field, HOLIDAY);
            case FieldType.Codes() -> heads(field, CODES);
            case FieldType.CallerRules() -> heads(field, CALLER_RULES);
            default -> List.of();
        };
    }

    /** What stands above the columns of a table. */
    private List<Option> heads(Field field, List<Column> columns) {
        return columns.stream()
                .map(Column::end)
                .map(end -> new Option(end, say("form.head." + field.name() + "." + end), false))
                .toList();
    }

    private List<Option> choose(
            Field field, List<String> words, List<String> values, UnaryOperator<String> label) {
        List<Option> options = new ArrayList<>();
        if (!field.needed() || values.contains("")) {
            options.add(new Option("", say("form.not-set"), values.contains("")));
        }
        words.forEach(
                word -> options.add(new Option(word, label.apply(word), values.contains(word))));
        return options;
    }

    private List<Option> countries(Field field, List<String> values) {
        Map<String, String> names = new LinkedHashMap<>();
        Countries.all(locale).forEach(one -> names.put(one.code(), one.name()));
        return choose(
                field, List.copyOf(names.keySet()), values, code -> names.getOrDefault(code, code));
    }

    /** Those chosen first, in their order: it is the order of preference. */
    private List<Option> several(List<String> words, List<String> values) {
        return Stream.concat(
                        values.stream().filter(words::contains),
                        words.stream().filter(word -> !values.contains(word)))
                .map(word -> new Option(word, word(word), values.contains(word)))
                .toList();
    }

    private Rules rules(PartForm form, Field field) {
        boolean fixed =
                form.id().isPresent()
                        && form.kind() == PartKind.NUMBER
                        && field.name().equals("number");
        String list =
                switch (field.type()) {
                    case FieldType.Persons _, FieldType.OnePerson _ -> "people-list";
                    case FieldType.Target _, FieldType.Keys _ -> TARGETS;
                    case FieldType.Prompt _, FieldType.Prompts _ -> "prompt-list";
                    case FieldType.Zone _ -> "zone-list";
                    case FieldType.Line _ when field.name().equals("department") -> DEPARTMENTS;
                    default -> "";
                };
        return switch (field.type()) {
            case FieldType.Whole(int least, int most) ->
                    new Rules(
                            "",
                            "numeric",
                            String.valueOf(least),
                            String.valueOf(most),
                            field.needed(),
                            false);
            case FieldType.Line(int most, var looks) ->
                    new Rules(list, mode(looks), "", String.valueOf(most), field.needed(), fixed);
            default -> new Rules(list, "", "", "", field.needed(), false);
        };
    }

    private static String mode(FieldType.Looks looks) {
        return switch (looks) {
            case TEXT -> "text";
            case DIGITS, PIN -> "numeric";
            case PHONE -> "tel";
            case MAIL -> "email";
        };
    }

    /** The lists of suggestions that a page of this form needs. */
    record Suggestions(
            List<String> people,
            List<String> targets,
            List<String> prompts,
            List<String> zones,
            List<String> codes,
            List<String> callers,
            List<String> departments) {}

    Suggestions suggestions(List<Cell> cells) {
        Set<String> lists =
                cells.stream()
                        .flatMap(cell ->
                                Stream.concat(
                                        Stream.of(cell.rules().list()),
                                        cell.inputs().stream().map(Input::list)))
                        .collect(Collectors.toSet());
        return new Suggestions(
                lists.contains("people-list") ? choices.people() : List.of(),
                lists.contains(TARGETS) ? choices.targets() : List.of(),
                lists.contains("prompt-list") ? choices.prompts() : List.of(),
                lists.contains("zone-list")
                        ? ZoneId.getAvailableZoneIds().stream().sorted().toList()
                        : List.of(),
                lists.contains("code-list") ? choices.codeTargets() : List.of(),
                lists.contains("callers-list") ? choices.callers() : List.of(),
                lists.contains(DEPARTMENTS) ? choices.departments() : List.of());
    }

    private String word(String word) {
        String said = said("plan.word." + word);
        return said.isEmpty()
                ? word.toUpperCase(Locale.ROOT)
                : said.substring(0, 1).toUpperCase(locale) + said.substring(1);
    }

    private String language(String tag) {
        String name = Locale.of(tag).getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** Empty: there are no such words. */
    private String said(String key) {
        String said = messages.getMessage(key, null, "", locale);
        return said == null ? "" : said;
    }
}
