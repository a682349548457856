package org.sonnerie.pbx.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.Blocked;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.runtime.Plans;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person blocks callers on his page, beside whatever else he has set. */
class BlockedIT {
    private static final String PATH = "/phone/blocked";
    private static final PersonId ALICE = new PersonId("alice");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RunningServer server = RunningServer.demo();
    private Browser alice = Browser.signedIn(server, "alice");

    @AfterEach
    void stop() {
        server.close();
    }

    private CompanyPlan inForce() {
        Plans plans = server.bean(Plans.class);
        return plans.current(plans.companyOf(ALICE).orElseThrow());
    }

    private Reach reach(String person) {
        return inForce().person(new PersonId(person)).orElseThrow().reach();
    }

    private HttpResponse<String> block(String number) {
        return alice.ask(
                "POST", PATH, MAPPER.createObjectNode().put("number", number).toString(), JSON);
    }

    private static List<String> numbers(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode root = MAPPER.readTree(answer.body());
        return root.path("numbers").findValuesAsString("number");
    }

    @Test
    void whoIsBlockedIsListedInForceAndKeptOverARestart() {
        assertThat(numbers(alice.get(PATH))).isEmpty();
        block("06 12 34 56 78");
        assertThat(numbers(block("0033145678901"))).containsExactly("+33145678901", "+33612345678");
        assertThat(numbers(block("+33612345678"))).hasSize(2);
        alice.ask("PUT", PATH + "/withheld", "{\"on\": true}", JSON);

        Path data = server.data();
        server.stop();
        server = RunningServer.startIn(data, "--sonnerie.demo=true");
        alice = Browser.signedIn(server, "alice");

        assertThat(reach("alice").blocked().numbers())
                .containsExactlyInAnyOrder("+33145678901", "+33612345678");
        assertThat(reach("alice").blocked().withheld()).isTrue();
        assertThat(reach("bob").blocked()).isEqualTo(Blocked.NOBODY);
        assertThat(inForce().version().personal()).isEqualTo(3);

        HttpResponse<String> left = alice.ask("DELETE", PATH + "/+33612345678", "", JSON);
        assertThat(numbers(left)).containsExactly("+33145678901");
        assertThat(MAPPER.readTree(left.body()).path("withheld").asBoolean()).isTrue();
    }

    @Test
    void whatElseHeSetStaysAndSoDoesWhomHeBlocksWhenThatChanges() {
        alice.ask("PUT", "/phone/reach", "{\"doNotDisturb\": true, \"rules\": []}", JSON);
        block("0612345678");
        assertThat(reach("alice").doNotDisturb()).isTrue();

        alice.ask("DELETE", "/phone/reach", "", JSON);
        assertThat(reach("alice").doNotDisturb()).isFalse();
        assertThat(reach("alice").blocked().numbers()).containsExactly("+33612345678");
        JsonNode own = MAPPER.readTree(alice.get("/phone/reach").body());
        assertThat(own.path("own").asBoolean()).isFalse();
    }

    @Test
    void aCallKeepsTheStateOfItsBeginning() {
        CompanyPlan before = inForce();
        block("0612345678");
        CompanyPlan blocked = inForce();
        alice.ask("DELETE", PATH + "/+33612345678", "", JSON);

        Plans plans = server.bean(Plans.class);
        assertThat(plans.version(before.company(), before.version())).contains(before);
        assertThat(plans.version(blocked.company(), blocked.version())).contains(blocked);
        assertThat(reach("alice").blocked()).isEqualTo(Blocked.NOBODY);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (String bad : List.of("", "hello", "102", "+33*", "+")) {
            HttpResponse<String> refusal = block(bad);
            assertThat(refusal.statusCode()).as(bad).isEqualTo(422);
            assertThat(refusal.body()).contains("blocked-refused", "no-number");
        }
        assertThat(alice.ask("POST", PATH, "{}", JSON).statusCode()).isEqualTo(422);
        assertThat(alice.ask("POST", PATH, "{", JSON).statusCode()).isEqualTo(400);
        assertThat(new Browser(server).get(PATH).statusCode()).isNotEqualTo(200);
        for (int i = 0; i < 500; i++) {
            block("+336" + (10_000_000 + i));
        }
        HttpResponse<String> full = block("+33145678901");
        assertThat(full.statusCode()).isEqualTo(422);
        assertThat(full.body()).contains("too-many");
        assertThat(numbers(alice.get(PATH))).hasSize(500);
    }
}
