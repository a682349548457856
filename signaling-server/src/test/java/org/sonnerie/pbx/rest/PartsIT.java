package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.parts.PartKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Single parts of the plan by REST, as a script of the company's admin uses them. */
class PartsIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PARTS = "/api/v1/plan/parts/";
    private static final String GROUPS = PARTS + "ring-groups";

    private static RunningServer server;
    private static Browser admin;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
        admin.get("/account");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> ask(
            String method, String path, String content, String... seen) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json");
        if (seen.length > 0) {
            headers.put("If-Match", seen[0]);
        }
        return admin.ask(method, path, content, headers);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static ObjectNode json(HttpResponse<String> answer) {
        return (ObjectNode) JSON.readTree(answer.body());
    }

    private static HttpResponse<String> added(String name) {
        HttpResponse<String> added =
                ask("POST", GROUPS, "{\"name\": \"" + name + "\", \"members\": [\"alice\"]}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return added;
    }

    @Test
    void aPartIsAddedReadReplacedAndDeleted() {
        HttpResponse<String> added = added("Front Desk");
        assertThat(json(added).path("id").asString("")).isEqualTo("front-desk");
        assertThat(json(added).path("extension").asString("")).isNotEmpty();
        assertThat(json(added).path("ringSeconds").asInt(0)).isEqualTo(20);
        String one = GROUPS + "/front-desk";
        HttpResponse<String> read = admin.get(one);
        assertThat(read.body()).isEqualTo(added.body());
        assertThat(tag(read)).isEqualTo(tag(added));

        ObjectNode changed = json(read).put("strategy", "in-order").put("otherwise", "hangup");
        changed.putArray("members").add("bob").add("alice");
        HttpResponse<String> replaced = ask("PUT", one, changed.toString(), tag(read));
        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
        assertThat(json(replaced)).isEqualTo(changed);
        assertThat(admin.get("/api/v1/plan").body()).contains("\"in-order\"");
        assertThat(json(admin.get(GROUPS)).path("parts").toString()).contains("front-desk");

        assertThat(ask("DELETE", one, "", tag(replaced)).statusCode()).isEqualTo(204);
        assertThat(admin.get(one).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(PartKind.class)
    void whatIsReadCanBePutAsItIs(PartKind kind) {
        List<ObjectNode> all = new ArrayList<>();
        json(admin.get(PARTS + kind.path()))
                .path("parts")
                .forEach(one -> all.add((ObjectNode) one));
        for (ObjectNode part : all) {
            String id = kind.isSingle() ? kind.path() : part.path(kind.key()).asString("");
            String path = PARTS + kind.path() + "/" + id.replace("+", "%2B");
            HttpResponse<String> put = ask("PUT", path, part.toString(), tag(admin.get(path)));
            assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
            assertThat(json(put)).isEqualTo(part);
        }
    }

    @Test
    void nobodyOverwritesWhatHeHasNotSeen() {
        HttpResponse<String> mine = added("Seen");
        String one = GROUPS + "/seen";
        ObjectNode content = json(mine);

        assertThat(ask("PUT", one, content.toString()).statusCode()).isEqualTo(428);
        assertThat(ask("DELETE", one, "").statusCode()).isEqualTo(428);
        HttpResponse<String> theirs =
                ask("PUT", one, content.put("ringSeconds", 31).toString(), tag(mine));
        assertThat(theirs.statusCode()).as(theirs.body()).isEqualTo(200);
        HttpResponse<String> late =
                ask("PUT", one, content.put("ringSeconds", 32).toString(), tag(mine));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(json(late).path("changed").toString())
                .isEqualTo("[{\"pointer\":\"/ringSeconds\",\"detail\":\"31\"}]");
        assertThat(ask("DELETE", one, "", tag(mine)).statusCode()).isEqualTo(412);
        assertThat(ask("DELETE", one, "", "\"nonsense\"").statusCode()).isEqualTo(412);
        assertThat(admin.octets(one, Map.of("If-None-Match", tag(theirs))).statusCode())
                .isEqualTo(304);
        assertThat(ask("DELETE", one, "", "*").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ring-groups | {\"name\": 7, \"ringSeconds\": \"x\", \"zoo\": 1} | /name /ringSeconds /zoo",
                "ring-groups | {\"name\": \"A\", \"members\": [\"zoe\"], \"hears\": \"x\"} | /members /hears",
                "ring-groups | {\"name\": \"A\", \"extension\": \"101\"} | /extension",
                "ring-groups | {\"name\": \"A\", \"otherwise\": \"person:zoe\"} | /otherwise",
                "numbers | {\"number\": \"+15550100299\"} | /to",
                "hours | {\"name\": \"A\", \"week\": {\"mon\": [\"9-8-7\"]}} | /week",
                "hours | {\"name\": \"A\", \"week\": {\"noday\": []}} | /week",
                "hours | {\"name\": \"A\", \"holidays\": [{\"from\": 1}]} | /holidays",
                "menus | {\"name\": \"A\", \"greeting\": \"menu-welcome\", \"keys\": {\"1\": [2]}} | /keys",
                "trunks | {\"name\": \"A\", \"registration\": {\"user\": 1}} | /host /registration/user"
            })
    void eachMemberThatCannotBeUsedIsNamed(String kind, String content, String pointers) {
        HttpResponse<String> refused = ask("POST", PARTS + kind, content);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        Set<String> named = new TreeSet<>();
        for (JsonNode error : json(refused).path("errors")) {
            named.add(error.path("pointer").asString(""));
            assertThat(error.path("detail").asString("")).isNotBlank();
        }
        assertThat(named).containsExactlyInAnyOrder(pointers.split(" "));
    }

    @Test
    void whatOthersLeadToIsNotDeleted() {
        added("Needed");
        HttpResponse<String> number =
                ask(
                        "POST",
                        PARTS + "numbers",
                        "{\"number\": \"+15550100298\", \"to\": \"group:needed\"}");
        assertThat(number.statusCode()).as(number.body()).isEqualTo(201);

        HttpResponse<String> refused = ask("DELETE", GROUPS + "/needed", "", "*");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("needed").toString()).contains("+15550100298");
        assertThat(ask("DELETE", PARTS + "numbers/%2B15550100298", "", "*").statusCode())
                .isEqualTo(204);
        assertThat(ask("DELETE", GROUPS + "/needed", "", "*").statusCode()).isEqualTo(204);
    }

    @Test
    void aPartOfTheDraftIsNotInForce() {
        String draft = PARTS + "menus?draft=true";
        String content = "{\"name\": \"Later\", \"greeting\": \"menu-welcome\"}";
        assertThat(ask("POST", draft, content).statusCode()).isEqualTo(201);

        assertThat(admin.get(PARTS + "menus/later").statusCode()).isEqualTo(404);
        assertThat(admin.get(PARTS + "menus/later?draft=true").statusCode()).isEqualTo(200);
        assertThat(ask("DELETE", "/api/v1/plan/draft", "").statusCode()).isEqualTo(204);
    }

    @Test
    void aLongListIsReadPartByPart() {
        Set<String> all = new TreeSet<>();
        json(admin.get(PARTS + "people")).path("parts").forEach(one -> all.add(one.toString()));
        assertThat(all).hasSizeGreaterThan(1);
        Set<String> found = new TreeSet<>();
        String next = "";
        do {
            ObjectNode page = json(admin.get(PARTS + "people?limit=1" + next));
            assertThat(page.path("parts")).hasSize(1);
            page.path("parts").forEach(one -> found.add(one.toString()));
            next = page.has("next") ? "&after=" + page.path("next").asString("") : "";
        } while (!next.isEmpty());
        assertThat(found).isEqualTo(all);
        for (String wrong : List.of("?limit=0", "?limit=201", "?limit=x", "?after=nobody")) {
            assertThat(admin.get(PARTS + "people" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    private static HttpResponse<String> patch(String path, String content, String... seen) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/merge-patch+json");
        if (seen.length > 0) {
            headers.put("If-Match", seen[0]);
        }
        return admin.ask("PATCH", path, content, headers);
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        HttpResponse<String> mine = added("Patched");
        String one = GROUPS + "/patched";
        assertThat(patch(one, "{\"ringSeconds\": 33}").statusCode()).isEqualTo(428);

        HttpResponse<String> patched = patch(one, "{\"ringSeconds\": 33}", tag(mine));
        assertThat(patched.statusCode()).as(patched.body()).isEqualTo(200);
        assertThat(json(patched)).isEqualTo(json(mine).put("ringSeconds", 33));
        assertThat(tag(patched)).isEqualTo(tag(admin.get(one)));

        HttpResponse<String> late = patch(one, "{\"ringSeconds\": 34}", tag(mine));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(json(late).path("changed").path(0).path("pointer").asString(""))
                .isEqualTo("/ringSeconds");
        HttpResponse<String> led = patch(one, "{\"otherwise\": \"hangup\"}", "*");
        assertThat(json(led).path("otherwise").asString("")).as(led.body()).isEqualTo("hangup");
        HttpResponse<String> emptied = patch(one, "{\"otherwise\": null}", tag(led));
        assertThat(json(emptied).path("otherwise").isNull()).as(emptied.body()).isTrue();
        HttpResponse<String> wrong = patch(one, "{\"zoo\": 1, \"ringSeconds\": 0}", "*");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("/zoo", "/ringSeconds");
        assertThat(patch(GROUPS + "/nobody", "{}", "*").statusCode()).isEqualTo(404);
        assertThat(ask("DELETE", one, "", "*").statusCode()).isEqualTo(204);
    }

    @Test
    void aPatchReachesIntoWhatIsInside() {
        String content =
                """
                {"name": "Inner", "host": "192.0.2.9",
                 "registration": {"user": "u", "authUser": "a"}}\
                """;
        HttpResponse<String> trunk = ask("POST", PARTS + "trunks", content);
        assertThat(trunk.statusCode()).as(trunk.body()).isEqualTo(201);
        String one = PARTS + "trunks/inner";

        HttpResponse<String> patched =
                patch(one, "{\"registration\": {\"authUser\": null}}", tag(trunk));

        assertThat(json(patched).at("/registration/user").asString("")).isEqualTo("u");
        assertThat(json(patched).at("/registration/authUser").isNull()).isTrue();
        assertThat(ask("DELETE", one, "", tag(patched)).statusCode()).isEqualTo(204);
    }

    @Test
    void aNumberIsNotMadeIntoAnother() {
        String content = "{\"number\": \"+15550100297\", \"to\": \"person:alice\"}";
        assertThat(ask("POST", PARTS + "numbers", content).statusCode()).isEqualTo(201);
        String one = PARTS + "numbers/%2B15550100297";
        String other = content.replace("297", "296");

        HttpResponse<String> refused = ask("PUT", one, other, "*");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).path("errors").toString())
                .contains("\"pointer\":\"/number\"", "cannot be changed");
        assertThat(patch(one, "{\"number\": \"+15550100296\"}", "*").statusCode()).isEqualTo(422);
        assertThat(admin.get(one).statusCode()).isEqualTo(200);
        assertThat(ask("DELETE", one, "", "*").statusCode()).isEqualTo(204);
    }

    @Test
    void aPhoneIsGivenToWhoeverHasAnAccount() {
        String person = "{\"userName\": \"nora\", \"name\": \"Nora\", \"role\": \"employee\"}";
        String id = json(ask("POST", "/api/v1/people", person)).path("id").asString("");
        String one = PARTS + "people/" + id;
        assertThat(admin.get(one).statusCode()).isEqualTo(404);

        HttpResponse<String> given = ask("PUT", one, "{\"name\": \"Nora\"}");
        assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
        assertThat(ask("PUT", PARTS + "people/nobody", "{\"name\": \"No\"}").statusCode())
                .isEqualTo(404);
        assertThat(ask("POST", PARTS + "people", "{}").statusCode()).isEqualTo(409);
        assertThat(ask("DELETE", one, "", tag(given)).statusCode()).isEqualTo(204);
    }

    @Test
    void thereIsAlwaysOneOfTheCompany() {
        String one = PARTS + "company/company";
        assertThat(ask("DELETE", one, "", "*").statusCode()).isEqualTo(409);
        assertThat(ask("POST", PARTS + "company", "{}").statusCode()).isEqualTo(409);
        assertThat(admin.get(PARTS + "zebras").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "people, /admin/people/alice",
        "ring-groups, /admin/ring-groups/add",
        "queues, /admin/queues/add",
        "menus, /admin/call-flows/menus/add",
        "hours, /admin/call-flows/hours/add",
        "routes, /admin/call-flows/routes/add",
        "announcements, /admin/call-flows/announcements/add",
        "conference-rooms, /admin/conference-rooms/add",
        "numbers, /admin/numbers/add",
        "trunks, /admin/trunks/add",
        "caller-lists, /admin/caller-lists/add",
        "caller-rules, /admin/caller-rules",
        "company, /admin/company"
    })
    void theDescriptionAndTheFormHaveTheSameMembers(String kind, String page) {
        Set<String> inputs = new TreeSet<>();
        Pattern.compile("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"")
                .matcher(admin.get(page).body())
                .results()
                .forEach(found -> inputs.add(found.group(1)));
        inputs.removeAll(Set.of("_csrf", "seen"));
        // The account of a person, which is not in the plan.
        inputs.removeAll(Set.of("userName", "role", "phone", "sure"));
        JsonNode schema =
                JSON.readTree(admin.get("/api/v1/openapi.json").body())
                        .path("components")
                        .path("schemas")
                        .path("Part." + kind);
        Set<String> described = new TreeSet<>();
        leaves("", schema, described);
        described.remove("id");

        assertThat(described)
                .allSatisfy(
                        name -> assertThat(inputs).as(name).anyMatch(input -> isOf(input, name)));
        assertThat(inputs)
                .allSatisfy(input ->
                        assertThat(described).as(input).anyMatch(name -> isOf(input, name)));
    }

    private static boolean isOf(String input, String name) {
        return input.equals(name) || input.startsWith(name + ".");
    }

    private static void leaves(String before, JsonNode schema, Set<String> found) {
        schema.path("properties")
                .properties()
                .forEach(property -> {
                    if (property.getValue().has("properties")) {
                        leaves(before + property.getKey() + ".", property.getValue(), found);
                    } else {
                        found.add(before + property.getKey());
                    }
                });
    }
}
