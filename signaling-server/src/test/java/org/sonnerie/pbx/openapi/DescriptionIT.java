package org.sonnerie.pbx.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.tokens.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description says all there is, in the form it claims, and what is answered keeps to it. */
class DescriptionIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, String> AS_JSON = Map.of("Content-Type", "application/json");

    private static RunningServer server;
    private static Browser admin;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
        document = JSON.readTree(new Browser(server).get("/api/v1/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void operations(BiConsumer<String, JsonNode> look) {
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(one ->
                                        look.accept(
                                                one.getKey() + " " + path.getKey(),
                                                one.getValue())));
    }

    @Test
    void everythingIsDescribedAndNothingElse() {
        Descriptions words = Descriptions.read();
        assertThat(server.bean(DescriptionController.class).described(words)).isNotEmpty();

        assertThat(words.missing()).isEmpty();
        assertThat(words.unused()).isEmpty();
    }

    @Test
    void everyOperationSaysWhatItDoesTakesAnswersAndNeeds() {
        Set<String> ids = new TreeSet<>();
        List<String> all = new ArrayList<>();
        operations((name, operation) -> {
            all.add(name);
            assertThat(ids.add(operation.path("operationId").asString(""))).as(name).isTrue();
            assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
            operation
                    .path("parameters")
                    .forEach(one ->
                            assertThat(one.has("$ref") || one.path("description").isString())
                                    .as("%s %s", name, one)
                                    .isTrue());
            operation
                    .path("responses")
                    .forEach(one ->
                            assertThat(one.has("$ref") || one.path("description").isString())
                                    .as("%s %s", name, one)
                                    .isTrue());
            assertThat(operation.path("security").isEmpty()).as(name).isFalse();
        });
        assertThat(all)
                .contains("get /api/v1/people", "post /api/v1/plan/publish")
                .hasSizeGreaterThan(30);
    }

    @Test
    void everyPropertyHasADescriptionAndASchema() {
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> {
                    assertThat(schema.getValue().path("description").asString(""))
                            .as(schema.getKey())
                            .isNotBlank();
                    schema.getValue()
                            .path("properties")
                            .properties()
                            .forEach(property -> {
                                String name = schema.getKey() + "." + property.getKey();
                                assertThat(property.getValue().path("description").asString(""))
                                        .as(name)
                                        .isNotBlank();
                                assertThat(property.getValue().propertyNames())
                                        .as(name)
                                        .containsAnyOf("type", "$ref", "anyOf");
                            });
                });
    }

    @Test
    void everySchemaIsOneAndEveryReferenceLeadsSomewhere() {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of(META_SCHEMA));
        for (JsonNode schema : document.path("components").path("schemas")) {
            assertThat(meta.validate(schema)).as(schema.toString()).isEmpty();
        }
        List<JsonNode> references = document.findValues("$ref");
        assertThat(references).isNotEmpty();
        for (JsonNode reference : references) {
            assertThat(document.at(reference.asString("").substring(1)).isMissingNode())
                    .as(reference.toString())
                    .isFalse();
        }
    }

    @Test
    void theFrameIsThatOfOpenApi() {
        assertThat(document.path("openapi").asString("")).isEqualTo("3.1.1");
        assertThat(document.path("info").path("title").asString("")).isEqualTo("Sonnerie");
        operations((name, operation) -> {
            assertThat(operation.propertyNames())
                    .as(name)
                    .isSubsetOf(
                            "operationId",
                            "tags",
                            "summary",
                            "description",
                            "parameters",
                            "requestBody",
                            "responses",
                            "security");
            List<String> inPath = new ArrayList<>();
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("in").asString("").equals("path")) {
                    assertThat(parameter.path("required").asBoolean(false)).as(name).isTrue();
                    inPath.add("{" + parameter.path("name").asString("") + "}");
                }
            }
            assertThat(name.replaceAll("[^{]*(\\{[^}]+})?", "$1"))
                    .as("%s names what is in its path", name)
                    .isEqualTo(String.join("", inPath));
            assertThat(operation.path("responses").propertyNames())
                    .as(name)
                    .allMatch(status -> status.matches("[1-5][0-9]{2}"));
        });
        assertThat(document.path("components").path("securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("token", "session");
        for (Scope scope : Scope.values()) {
            assertThat(document.path("components").path("securitySchemes").toString())
                    .contains(scope.text());
        }
    }

    @Test
    void scopesAreThoseThatAreChecked() {
        JsonNode publish = document.path("paths").path("/api/v1/plan/publish").path("post");
        assertThat(publish.path("security").toString())
                .isEqualTo("[{\"token\":[\"plan:write\"]},{\"session\":[]}]");
        assertThat(publish.path("parameters").toString()).contains("IdempotencyKey");
    }

    private static Schema schema(String name) {
        ObjectNode whole = ((ObjectNode) document).deepCopy();
        whole.put("$ref", "#/components/schemas/" + name);
        return REGISTRY.getSchema(whole);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/people, People.Answer",
        "/api/v1/people/alice/ways, WaysToPeople.Told",
        "/api/v1/calls, Call.Page",
        "/api/v1/recordings, Recording.Page",
        "/api/v1/queues, Queues.Answer",
        "/api/v1/prompts, Prompt.All",
        "/api/v1/tokens, Tokens.Answer",
        "/api/v1/audit-log, AuditLog.Page",
        "/api/v1/audit-log/chain, AuditLog.Chain",
        "/api/v1/reports, Report",
        "/api/v1/reports/people, Report.People",
        "/api/v1/limits, Limits.Answer",
        "/api/v1/departments, Departments.Page",
        "/api/v1/privacy/retention, Privacy.Kept",
        "/api/v1/start, Start.Answer",
        "/api/v1/people/alice, Person.Answer",
        "/api/v1/health, Health.Answer",
        "/api/v1/plan/draft, Problem",
        "/api/v1/calls?limit=x, Problem"
    })
    void whatIsAnsweredKeepsToItsSchema(String path, String name) {
        HttpResponse<String> answer = admin.get(path);

        assertThat(schema(name).validate(JSON.readTree(answer.body()))).as(answer.body()).isEmpty();
        assertThat(schema("Call").validate(JSON.readTree(answer.body())))
                .as("the comparison can fail")
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "companies, ProviderCompanies.Page",
        "companies/boulangerie-martin, ProviderCompany.Answer",
        "companies/boulangerie-martin/use, ProviderCompany.Use",
        "companies/boulangerie-martin/address, ProviderCompany.Address",
        "companies/none, Problem",
        "prices, ProviderPrices.Answer",
        "backups, ProviderBackups.Page",
        "backups/settings, ProviderBackups.Settings",
        "certificate, ProviderCertificate.Answer",
        "keys, ProviderKeys.Answer",
        "health, ProviderHealth.Answer"
    })
    void whatTheProviderIsAnsweredKeepsToItsSchema(String path, String name) {
        HttpResponse<String> answer =
                Browser.signedIn(server, "provider").get("/api/v1/provider/" + path);

        assertThat(schema(name).validate(JSON.readTree(answer.body()))).as(answer.body()).isEmpty();
        assertThat(schema("Call").validate(JSON.readTree(answer.body())))
                .as("the comparison can fail")
                .isNotEmpty();
    }

    @Test
    void whatIsPostedAsInTheExamplesIsTaken() {
        String example =
                document.path("paths")
                        .path("/api/v1/people")
                        .path("post")
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("example")
                        .toString();
        HttpResponse<String> added = admin.ask("POST", "/api/v1/people", example, AS_JSON);

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(schema("People.Invited").validate(JSON.readTree(added.body()))).isEmpty();
        assertThat(schema("People.Wish").validate(JSON.readTree(example))).isEmpty();
    }
}
