package org.sonnerie.pbx.openapi;

import static org.sonnerie.pbx.openapi.Schemas.map;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.sonnerie.pbx.parts.PartRefusedException;
import org.sonnerie.pbx.tokens.Scope;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** The whole description (OpenAPI 3.1.1), made of the methods that answer. NOT thread safe. */
final class OpenApiDocument {
    /** What is described. */
    static final String AREA = "/api/v1/";

    private static final String DESCRIPTION = "description";

    private final Descriptions words;
    private final Schemas schemas;
    private final Map<String, Map<String, Object>> paths = new TreeMap<>();
    private final TreeSet<String> tags = new TreeSet<>();

    OpenApiDocument(Descriptions words, UnaryOperator<String> labels) {
        this.words = words;
        this.schemas = new Schemas(words, labels);
    }

    /**
     * Describes all of them.
     *
     * @param methods what answers which request
     * @return the document
     */
    Map<String, Object> of(Map<RequestMappingInfo, HandlerMethod> methods) {
        methods.forEach((request, method) -> {
            for (String path : request.getPatternValues()) {
                if (path.startsWith(AREA)) {
                    for (RequestMethod verb : request.getMethodsCondition().getMethods()) {
                        add(path, verb, method);
                    }
                }
            }
        });
        return map(
                "openapi",
                "3.1.1",
                "info",
                map(
                        "title",
                        words.text("info.title"),
                        "version",
                        "1",
                        DESCRIPTION,
                        words.text("info.description"),
                        "license",
                        map("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "servers",
                List.of(map("url", "/", DESCRIPTION, words.text("server"))),
                "tags",
                tags.stream()
                        .map(tag -> map("name", tag, DESCRIPTION, words.text("tag." + tag)))
                        .toList(),
                "paths",
                paths,
                "components",
                components());
    }

    private void add(String path, RequestMethod verb, HandlerMethod method) {
        Operation operation = new Operation(words, schemas, method.getMethod(), verb);
        tags.add(operation.tag());
        paths.computeIfAbsent(path, _ -> new TreeMap<>())
                .put(verb.name().toLowerCase(Locale.ROOT), operation.described());
    }

    private Map<String, Object> components() {
        Map<String, Object> problem = problem();
        Map<String, Object> all = new LinkedHashMap<>(schemas.named());
        all.put("Problem", problem);
        Map<String, Object> responses = new LinkedHashMap<>();
        for (String status : List.of("401", "403", "429", "500")) {
            responses.put(status, refused(status));
        }
        return map(
                "schemas",
                all,
                "responses",
                responses,
                "parameters",
                map("IdempotencyKey", idempotencyKey()),
                "securitySchemes",
                map("token", token(), "session", session()));
    }

    private Map<String, Object> problem() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : List.of("type", "title", "detail", "instance", "code")) {
            properties.put(name, property("string", name));
        }
        properties.put("status", property("integer", "status"));
        Map<String, Object> scopes = property("array", "scopes");
        scopes.put("items", map("type", "string"));
        properties.put("scopes", scopes);
        Map<String, Object> problems = property("array", "problems");
        problems.put("items", map("$ref", "#/components/schemas/PlanProblem"));
        properties.put("problems", problems);
        for (String name : List.of("errors", "changed", "needed")) {
            Map<String, Object> each = property("array", name);
            each.put("items", map("$ref", "#/components/schemas/PartRefusedException.Wrong"));
            properties.put(name, each);
        }
        schemas.of(PartRefusedException.Wrong.class);
        return map(
                "type",
                "object",
                DESCRIPTION,
                words.text("schema.Problem"),
                "properties",
                properties,
                "required",
                List.of("status", "title"));
    }

    private Map<String, Object> property(String type, String name) {
        return map("type", type, DESCRIPTION, words.text("schema.Problem." + name));
    }

    private Map<String, Object> refused(String status) {
        Map<String, Object> media = map("schema", map("$ref", "#/components/schemas/Problem"));
        words.json("problem." + status + ".example")
                .ifPresent(example -> media.put("example", example));
        Map<String, Object> response = map(DESCRIPTION, words.text("problem." + status));
        if (status.equals("429")) {
            response.put(
                    "headers",
                    map(
                            "Retry-After",
                            map(
                                    DESCRIPTION,
                                    words.text("header.Retry-After"),
                                    "schema",
                                    map("type", "integer"))));
        }
        response.put("content", map("application/problem+json", media));
        return response;
    }

    private Map<String, Object> idempotencyKey() {
        return map(
                "name",
                "Idempotency-Key",
                "in",
                "header",
                "required",
                false,
                DESCRIPTION,
                words.text("param.Idempotency-Key"),
                "schema",
                map("type", "string", "minLength", 1, "maxLength", 200));
    }

    private Map<String, Object> token() {
        String scopes =
                Arrays.stream(Scope.values()).map(Scope::text).collect(Collectors.joining(", "));
        return map(
                "type",
                "http",
                "scheme",
                "bearer",
                DESCRIPTION,
                words.text("security.token") + " " + scopes + ".");
    }

    private Map<String, Object> session() {
        return map(
                "type",
                "apiKey",
                "in",
                "cookie",
                "name",
                "sonnerie",
                DESCRIPTION,
                words.text("security.session"));
    }
}
