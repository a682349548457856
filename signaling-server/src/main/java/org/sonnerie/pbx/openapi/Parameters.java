package org.sonnerie.pbx.openapi;

import static org.sonnerie.pbx.openapi.Schemas.map;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;

/** What an operation takes in its path, its query and its headers. NOT thread safe. */
final class Parameters {
    private final Descriptions words;
    private final Schemas schemas;
    private final String operation;
    private final List<Object> found = new ArrayList<>();

    Parameters(Descriptions words, Schemas schemas, String operation) {
        this.words = words;
        this.schemas = schemas;
        this.operation = operation;
    }

    /** Those of a method, in its order. */
    List<Object> of(Parameter[] parameters) {
        for (Parameter one : parameters) {
            add(one);
        }
        return found;
    }

    private void add(Parameter one) {
        RequestParam query = one.getAnnotation(RequestParam.class);
        RequestHeader header = one.getAnnotation(RequestHeader.class);
        if (one.isAnnotationPresent(PathVariable.class)) {
            found.add(parameter(one.getName(), "path", true, schemas.of(one.getType())));
        } else if (query != null) {
            found.add(inQuery(one, query));
        } else if (header != null) {
            found.add(parameter(header.name(), "header", header.required(), map("type", "string")));
        } else if (one.getType() == Locale.class) {
            found.add(parameter("Accept-Language", "header", false, map("type", "string")));
        } else if (one.getType().isRecord() && one.getAnnotations().length == 0) {
            for (RecordComponent part : one.getType().getRecordComponents()) {
                found.add(
                        parameter(
                                part.getName(), "query", false, schemas.of(part.getGenericType())));
            }
        }
    }

    private Map<String, Object> inQuery(Parameter one, RequestParam asked) {
        boolean usual = !asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        Map<String, Object> schema = schemas.of(one.getParameterizedType());
        if (usual) {
            schema.put("default", value(one.getType(), asked.defaultValue()));
        }
        boolean required = asked.required() && !usual && one.getType() != Optional.class;
        return parameter(one.getName(), "query", required, schema);
    }

    private static Object value(Class<?> type, String text) {
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        return type == boolean.class ? Boolean.valueOf(text) : text;
    }

    private Map<String, Object> parameter(
            String name, String where, boolean required, Map<String, Object> schema) {
        return map(
                "name",
                name,
                "in",
                where,
                "required",
                required,
                "description",
                words.find(operation + ".param." + name)
                        .orElseGet(() -> words.text("param." + name)),
                "schema",
                schema);
    }
}
