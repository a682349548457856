package org.sonnerie.pbx.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Schemas of what is written and read as JSON (JSON Schema 2020-12): one for each record, by its
 * name. NOT thread safe.
 */
final class Schemas {
    private static final String TYPE = "type";
    private static final String DESCRIPTION = "description";

    private static final Map<Class<?>, Map<String, Object>> SIMPLE =
            Map.ofEntries(
                    Map.entry(String.class, Map.of(TYPE, "string")),
                    Map.entry(Instant.class, map(TYPE, "string", "format", "date-time")),
                    Map.entry(boolean.class, Map.of(TYPE, "boolean")),
                    Map.entry(Boolean.class, Map.of(TYPE, "boolean")),
                    Map.entry(int.class, map(TYPE, "integer", "format", "int32")),
                    Map.entry(Integer.class, map(TYPE, "integer", "format", "int32")),
                    Map.entry(long.class, map(TYPE, "integer", "format", "int64")),
                    Map.entry(Long.class, map(TYPE, "integer", "format", "int64")),
                    Map.entry(double.class, Map.of(TYPE, "number")),
                    Map.entry(Double.class, Map.of(TYPE, "number")));

    private final Descriptions words;
    private final PartSchemas parts;
    private final Map<String, Object> named = new TreeMap<>();

    Schemas(Descriptions words, UnaryOperator<String> labels) {
        this.words = words;
        this.parts = new PartSchemas(words, labels);
    }

    /** All that were needed so far, by name. */
    Map<String, Object> named() {
        return named;
    }

    /**
     * Of a type.
     *
     * @throws IllegalStateException if this does not know how it is written
     */
    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        if (!(type instanceof Class<?> plain)) {
            throw unknown(type);
        }
        if (plain == ObjectNode.class) {
            return parts.any(named);
        }
        if (SIMPLE.containsKey(plain)) {
            return new LinkedHashMap<>(SIMPLE.get(plain));
        }
        if (plain.isEnum()) {
            return map(
                    TYPE,
                    "string",
                    "enum",
                    Arrays.stream(plain.getEnumConstants()).map(Object::toString).toList());
        }
        if (plain.isRecord()) {
            return map("$ref", "#/components/schemas/" + add(plain));
        }
        throw unknown(type);
    }

    private Map<String, Object> ofGeneric(ParameterizedType generic) {
        Type argument = generic.getActualTypeArguments()[0];
        if (generic.getRawType() == Optional.class) {
            return of(argument);
        }
        if (generic.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)) {
            return map(TYPE, "array", "items", of(argument));
        }
        throw unknown(generic);
    }

    private static IllegalStateException unknown(Type type) {
        return new IllegalStateException("no schema is known of " + type);
    }

    private String add(Class<?> type) {
        String name = nameOf(type);
        if (!named.containsKey(name)) {
            // First its name: a record may hold others of its kind.
            named.put(name, Map.of());
            named.put(name, properties(type, name));
        }
        return name;
    }

    /** {@code CallAnswer.Page} is Call.Page, {@code PeopleController.Wish} is People.Wish. */
    static String nameOf(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        String own = type.getSimpleName();
        if (outer != null) {
            return nameOf(outer) + "." + own;
        }
        for (String end : new String[] {"Controller", "Answer"}) {
            if (own.endsWith(end) && own.length() > end.length()) {
                return own.substring(0, own.length() - end.length());
            }
        }
        return own;
    }

    private Map<String, Object> properties(Class<?> type, String name) {
        boolean leftOut = type.isAnnotationPresent(JsonInclude.class);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>(words.words("required." + name));
        for (RecordComponent part : type.getRecordComponents()) {
            boolean optional = part.getType() == Optional.class;
            properties.put(part.getName(), property(part, name, optional && !leftOut));
            if (!isNullable(part) && !(optional && leftOut)) {
                required.add(part.getName());
            }
        }
        Map<String, Object> schema = map(TYPE, "object", DESCRIPTION, words.text("schema." + name));
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static boolean isNullable(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Map<String, Object> property(RecordComponent part, String of, boolean orNull) {
        Map<String, Object> schema =
                part.getAccessor().isAnnotationPresent(JsonRawValue.class)
                        ? map(TYPE, "object")
                        : of(part.getGenericType());
        if (orNull) {
            schema = map("anyOf", List.of(schema, map(TYPE, "null")));
        }
        schema.put(DESCRIPTION, words.text("schema." + of + "." + part.getName()));
        return schema;
    }

    /** In the order in which they are given. */
    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }
}
