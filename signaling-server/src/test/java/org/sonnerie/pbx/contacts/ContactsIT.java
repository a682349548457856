package org.sonnerie.pbx.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Plans;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person keeps an address book of his own, which nobody else reads or changes. */
@BothDatabases({"ContactRows", "Durability"})
class ContactsIT {
    private static final String PATH = "/phone/contacts";
    private static final PersonId ALICE = new PersonId("alice");
    private static final Map<String, String> TYPE = Map.of("Content-Type", "application/json");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RunningServer server = RunningServer.demo();
    private Browser alice = Browser.signedIn(server, "alice");

    @AfterEach
    void stop() {
        server.close();
    }

    private static String contact(String name, String... numbers) {
        ObjectNode contact = MAPPER.createObjectNode().put("name", name);
        contact.put("company", "Moulin Petit").put("note", "Flour\nand salt");
        var list = contact.putArray("numbers");
        for (String number : numbers) {
            list.addObject().put("label", "Work").put("number", number);
        }
        return contact.toString();
    }

    private HttpResponse<String> ask(String method, String path, String body) {
        return alice.ask(method, PATH + path, body, TYPE);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return MAPPER.readTree(response.body());
    }

    private List<JsonNode> book(Browser whose) {
        return json(whose.get(PATH)).path("contacts").valueStream().toList();
    }

    private String added(String name, String... numbers) {
        HttpResponse<String> answer = ask("POST", "", contact(name, numbers));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("id").asString();
    }

    private static List<String> flaws(HttpResponse<String> refusal) {
        assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(422);
        assertThat(json(refusal).path("code").asString()).isEqualTo("contact-refused");
        return json(refusal)
                .path("flaws")
                .valueStream()
                .map(flaw -> flaw.path("field").asString() + " " + flaw.path("code").asString())
                .toList();
    }

    @Test
    void whatIsKeptIsReadChangedAndThereAfterARestart() {
        String id = added("Mme Petit", "01 45 67 89 01", "+44 20 7946 0000", "3639");

        JsonNode kept = book(alice).getFirst();
        assertThat(kept.path("id").asString()).isEqualTo(id);
        assertThat(kept.path("note").asString()).isEqualTo("Flour\nand salt");
        assertThat(kept.path("numbers").findValuesAsString("number"))
                .containsExactly("+33145678901", "+442079460000", "3639");
        assertThat(kept.path("numbers").get(0).path("shownAs").valueStream())
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder(
                        "+33145678901", "33145678901", "0033145678901", "0145678901");

        HttpResponse<String> changed = ask("PUT", "/" + id, contact("Mme Grand", "0612345678"));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(book(alice)).containsExactly(json(changed));

        Path data = server.data();
        server.stop();
        server = RunningServer.startIn(data, "--sonnerie.demo=true");
        alice = Browser.signedIn(server, "alice");
        assertThat(book(alice)).containsExactly(json(changed));
    }

    @Test
    void whatIsDeletedCanBeTakenBackForAWeek() {
        String id = added("Mme Petit", "0145678901");
        assertThat(ask("DELETE", "/" + id, "").statusCode()).isEqualTo(204);
        assertThat(book(alice)).isEmpty();
        assertThat(ask("PUT", "/" + id, contact("x", "0145678901")).statusCode()).isEqualTo(404);
        assertThat(ask("DELETE", "/" + id, "").statusCode()).isEqualTo(404);

        assertThat(ask("POST", "/" + id + "/restore", "").statusCode()).isEqualTo(204);
        assertThat(book(alice)).hasSize(1);

        assertThat(ask("DELETE", "/" + id, "").statusCode()).isEqualTo(204);
        server.clock().ahead(Duration.ofDays(8));
        alice = Browser.signedIn(server, "alice");
        added("Somebody", "0145678902");
        assertThat(ask("POST", "/" + id + "/restore", "").statusCode()).isEqualTo(404);
        assertThat(book(alice)).hasSize(1);
    }

    @Test
    void namesOfEveryScriptComeBackAsTheyWereWritten() {
        for (String name :
                List.of(
                        "أحمد بن صالح",
                        "山田 太郎",
                        "Ζωή Παπαδοπούλου",
                        "<b>Bold</b> & \"quoted\" <script>alert(1)</script>",
                        "🎺".repeat(200),
                        "n".repeat(200))) {
            String id = added(name, "0145678901");
            assertThat(book(alice))
                    .filteredOn(one -> one.path("id").asString().equals(id))
                    .extracting(one -> one.path("name").asString())
                    .containsExactly(name);
        }
        added("null\u0000and\u0007bell", "0145678901");
        assertThat(book(alice))
                .anyMatch(one -> one.path("name").asString().equals("null and bell"));
    }

    @Test
    void badOnesAreRefusedPartByPart() {
        assertThat(flaws(ask("POST", "", "{}")))
                .containsExactlyInAnyOrder("name empty", "numbers empty");
        assertThat(flaws(ask("POST", "", contact("n".repeat(201), "hello", " ", "102"))))
                .containsExactlyInAnyOrder(
                        "name too-long",
                        "numbers.0.number no-number",
                        "numbers.1.number empty",
                        "numbers.2.number no-number");
        String wordy =
                """
                {"name": " ", "company": "%s", "note": "%s",
                 "numbers": [null, {"label": "%s", "number": "0145678901"}]}\
                """
                        .formatted("c".repeat(201), "n".repeat(2001), "l".repeat(41));
        assertThat(flaws(ask("POST", "", wordy)))
                .containsExactlyInAnyOrder(
                        "name empty",
                        "company too-long",
                        "note too-long",
                        "numbers.0.number empty",
                        "numbers.1.label too-long");
        String[] eleven =
                IntStream.range(0, 11).mapToObj(i -> "014567890" + i % 10).toArray(String[]::new);
        assertThat(flaws(ask("POST", "", contact("Many", eleven))))
                .containsExactly("numbers too-many");
        assertThat(ask("POST", "", "{").statusCode()).isEqualTo(400);
        assertThat(ask("POST", "", "{\"numbers\": 7}").statusCode()).isEqualTo(400);
        assertThat(book(alice)).isEmpty();
    }

    @Test
    void aFullBookTakesNoMore() {
        CompanyId company = server.bean(Plans.class).companyOf(ALICE).orElseThrow();
        ContactRows rows = server.bean(ContactRows.class);
        for (int i = 0; i < 2_000; i++) {
            rows.add(company, ALICE, new Contact("c" + i, "Name", "", "", List.of()));
        }
        assertThat(flaws(ask("POST", "", contact("One more", "0145678901"))))
                .containsExactly(" too-many");

        ask("DELETE", "/c7", "");
        added("One more", "0145678901");
    }

    @Test
    void nobodyElseSeesOrChangesThem() {
        String id = added("Mme Petit", "0145678901");
        Browser bob = Browser.signedIn(server, "bob");
        assertThat(book(bob)).isEmpty();
        String his = contact("Mine now", "0145678901");
        assertThat(bob.ask("PUT", PATH + "/" + id, his, TYPE).statusCode()).isEqualTo(404);
        assertThat(bob.ask("DELETE", PATH + "/" + id, "", TYPE).statusCode()).isEqualTo(404);
        assertThat(bob.ask("POST", PATH + "/" + id + "/restore", "", TYPE).statusCode())
                .isEqualTo(404);
        assertThat(new Browser(server).get(PATH).statusCode()).isNotEqualTo(200);

        ContactRows rows = server.bean(ContactRows.class);
        CompanyId other = new CompanyId("other");
        assertThat(rows.all(other, ALICE)).isEmpty();
        assertThat(rows.delete(other, ALICE, id, Instant.EPOCH)).isFalse();
        assertThat(rows.change(other, ALICE, new Contact(id, "x", "", "", List.of()))).isFalse();
        assertThat(book(alice)).hasSize(1);
    }
}
