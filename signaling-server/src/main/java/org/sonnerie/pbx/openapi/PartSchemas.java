package org.sonnerie.pbx.openapi;

import static org.sonnerie.pbx.openapi.Schemas.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.sonnerie.pbx.parts.Field;
import org.sonnerie.pbx.parts.FieldType;
import org.sonnerie.pbx.parts.PartKind;

/**
 * Schemas of a plan's parts, made of the fields of their forms and called as the forms call them.
 * NOT thread safe.
 */
final class PartSchemas {
    private static final String TYPE = "type";
    private static final String DESCRIPTION = "description";
    private static final String PROPERTIES = "properties";
    private static final String STRING = "string";
    private static final String OBJECT = "object";
    private static final String ARRAY = "array";

    private final Descriptions words;
    private final UnaryOperator<String> labels;

    PartSchemas(Descriptions words, UnaryOperator<String> labels) {
        this.words = words;
        this.labels = labels;
    }

    /** Any of them; each is put among the named ones. */
    Map<String, Object> any(Map<String, Object> named) {
        List<Object> all = new ArrayList<>();
        for (PartKind kind : PartKind.values()) {
            String name = "Part." + kind.path();
            named.computeIfAbsent(name, _ -> schema(kind));
            all.add(map("$ref", "#/components/schemas/" + name));
        }
        return map("anyOf", all);
    }

    private Map<String, Object> schema(PartKind kind) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        if (!kind.isSingle() && kind.key().equals("id")) {
            properties.put("id", map(TYPE, STRING, DESCRIPTION, words.text("part.id")));
        }
        for (Field field : kind.fields()) {
            List<String> members = List.of(field.name().split("\\."));
            Map<String, Object> holder = properties;
            for (String member : members.subList(0, members.size() - 1)) {
                holder = inside(holder, member);
            }
            Map<String, Object> property = new LinkedHashMap<>(type(field));
            property.put(DESCRIPTION, labels.apply("form." + kind.word() + "." + field.name()));
            holder.put(members.getLast(), property);
            if (field.needed() && members.size() == 1) {
                required.add(members.getFirst());
            }
        }
        return map(
                TYPE,
                OBJECT,
                DESCRIPTION,
                words.text("part." + kind.path()),
                PROPERTIES,
                properties,
                "required",
                required,
                "additionalProperties",
                false);
    }

    @SuppressWarnings("unchecked") // The maps are this class's own.
    private Map<String, Object> inside(Map<String, Object> holder, String member) {
        Map<String, Object> object =
                (Map<String, Object>)
                        holder.computeIfAbsent(
                                member,
                                _ ->
                                        map(
                                                TYPE,
                                                OBJECT,
                                                DESCRIPTION,
                                                words.text("part.in." + member),
                                                PROPERTIES,
                                                new LinkedHashMap<String, Object>()));
        return (Map<String, Object>) Objects.requireNonNull(object.get(PROPERTIES));
    }

    private static Map<String, Object> type(Field field) {
        return switch (field.type()) {
            case FieldType.Line(int most, var _) -> orNull(STRING, map("maxLength", most));
            case FieldType.Whole(int least, int most) ->
                    orNull("integer", map("minimum", least, "maximum", most));
            case FieldType.Choice(var all) -> oneOf(all, field);
            case FieldType.Several(var all) ->
                    orNull(ARRAY, map("items", map(TYPE, STRING, "enum", all)));
            case FieldType.Truth() -> orNull("boolean", map());
            case FieldType.Lines _, FieldType.Persons(), FieldType.Prompts() ->
                    orNull(ARRAY, map("items", map(TYPE, STRING)));
            case FieldType.Keys(), FieldType.LanguageKeys(), FieldType.Codes() ->
                    orNull(OBJECT, map("additionalProperties", map(TYPE, STRING)));
            case FieldType.Week() ->
                    orNull(
                            OBJECT,
                            map(
                                    "additionalProperties",
                                    map(TYPE, ARRAY, "items", map(TYPE, STRING))));
            case FieldType.Holidays(), FieldType.CallerRules() ->
                    orNull(ARRAY, map("items", map(TYPE, OBJECT)));
            case FieldType.Language(),
                    FieldType.OnePerson(),
                    FieldType.Target(),
                    FieldType.Prompt(),
                    FieldType.OpeningHours(),
                    FieldType.Zone(),
                    FieldType.Country() ->
                    orNull(STRING, map());
        };
    }

    private static Map<String, Object> oneOf(List<String> all, Field field) {
        List<Object> words = new ArrayList<>(all);
        if (!field.needed()) {
            words.add(null);
        }
        return orNull(STRING, map("enum", words));
    }

    private static Map<String, Object> orNull(String type, Map<String, Object> more) {
        Map<String, Object> schema = map(TYPE, List.of(type, "null"));
        schema.putAll(more);
        return schema;
    }
}
