package org.sonnerie.pbx.openapi;

import static org.sonnerie.pbx.openapi.Schemas.map;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.tokens.NeedsScope;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;

/** One method of a controller as an operation. NOT thread safe. */
final class Operation {
    private static final String END = "Controller";
    private static final String DESCRIPTION = "description";
    private static final String CONTENT = "content";
    private static final String SCHEMA = "schema";
    private static final String REF = "$ref";

    private final Descriptions words;
    private final Schemas schemas;
    private final Method method;
    private final RequestMethod verb;
    private final String tag;
    private final String id;

    Operation(Descriptions words, Schemas schemas, Method method, RequestMethod verb) {
        this.words = words;
        this.schemas = schemas;
        this.method = method;
        this.verb = verb;
        String controller = method.getDeclaringClass().getSimpleName();
        String own = controller.substring(0, controller.length() - END.length());
        this.tag = own.substring(0, 1).toLowerCase(Locale.ROOT) + own.substring(1);
        this.id = tag + "." + method.getName();
    }

    String tag() {
        return tag;
    }

    Map<String, Object> described() {
        Map<String, Object> operation =
                map("operationId", id, "tags", List.of(tag), "summary", words.text(id));
        words.find(id + ".more").ifPresent(more -> operation.put(DESCRIPTION, more));
        List<Object> parameters =
                new ArrayList<>(new Parameters(words, schemas, id).of(method.getParameters()));
        if (verb == RequestMethod.POST) {
            parameters.add(map(REF, "#/components/parameters/IdempotencyKey"));
        }
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        content().ifPresent(content -> operation.put("requestBody", content));
        operation.put("responses", responses());
        operation.put("security", security());
        return operation;
    }

    /** By a token that has the scopes, or by an admin's session. */
    private List<Object> security() {
        NeedsScope needs = method.getAnnotation(NeedsScope.class);
        List<String> scopes =
                needs == null ? List.of() : Arrays.stream(needs.value()).map(Scope::text).toList();
        if (words.find(id + ".open").isPresent()) {
            return List.of(map());
        }
        return needs == null
                ? List.of(map("session", List.of()))
                : List.of(map("token", scopes), map("session", List.of()));
    }

    private Optional<Map<String, Object>> content() {
        for (Parameter one : method.getParameters()) {
            if (one.isAnnotationPresent(RequestBody.class)) {
                Map<String, Object> media = map(SCHEMA, schemas.of(one.getParameterizedType()));
                media.put("example", words.json(id + ".example").orElseThrow(this::noExample));
                return Optional.of(
                        map(
                                "required",
                                true,
                                CONTENT,
                                map(
                                        words.find(id + ".type")
                                                .orElse(MediaType.APPLICATION_JSON_VALUE),
                                        media)));
            }
            if (one.getType() == HttpServletRequest.class) {
                return Optional.of(
                        map(
                                DESCRIPTION,
                                words.text(id + ".body"),
                                "required",
                                true,
                                CONTENT,
                                raw(id + ".body.types")));
            }
        }
        return Optional.empty();
    }

    private IllegalStateException noExample() {
        return new IllegalStateException(id + ".example: give one");
    }

    /** What is no JSON is told by its media type alone; a document has a description elsewhere. */
    private Map<String, Object> raw(String key) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String type : words.text(key).split(" ", -1)) {
            content.put(
                    type,
                    type.equals(MediaType.APPLICATION_JSON_VALUE)
                            ? map(SCHEMA, map("type", "object"))
                            : map());
        }
        return content;
    }

    private Map<String, Object> responses() {
        Map<String, Object> responses = new LinkedHashMap<>();
        HttpStatus status =
                words.find(id + ".status")
                        .map(Integer::valueOf)
                        .map(HttpStatus::valueOf)
                        .orElseGet(() ->
                                Optional.ofNullable(method.getAnnotation(ResponseStatus.class))
                                        .map(ResponseStatus::value)
                                        .orElse(HttpStatus.OK));
        Map<String, Object> good = map(DESCRIPTION, words.text(id + ".answer"));
        Map<String, Object> content = answered(method.getGenericReturnType());
        if (!content.isEmpty()) {
            good.put(CONTENT, content);
        }
        responses.put(String.valueOf(status.value()), good);
        for (String problem : words.words(id + ".problems")) {
            responses.put(problem, problem(problem));
        }
        for (String problem : List.of("401", "403", "429", "500")) {
            responses.put(problem, map(REF, "#/components/responses/" + problem));
        }
        return responses;
    }

    private Map<String, Object> problem(String status) {
        return map(
                DESCRIPTION,
                words.find(id + ".problems." + status)
                        .orElseGet(() -> words.text("problem." + status)),
                CONTENT,
                map(
                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        map(SCHEMA, map(REF, "#/components/schemas/Problem"))));
    }

    private Map<String, Object> answered(Type type) {
        if (type instanceof ParameterizedType generic
                && generic.getRawType() == ResponseEntity.class) {
            return answered(generic.getActualTypeArguments()[0]);
        }
        boolean written = words.find(id + ".answer.types").isPresent();
        if ((type == void.class || type == Void.class) && !written) {
            return Map.of();
        }
        if (written || type == String.class || type == Resource.class) {
            return raw(id + ".answer.types");
        }
        Map<String, Object> media = map(SCHEMA, schemas.of(type));
        words.json(id + ".answer.example").ifPresent(example -> media.put("example", example));
        return map(MediaType.APPLICATION_JSON_VALUE, media);
    }
}
