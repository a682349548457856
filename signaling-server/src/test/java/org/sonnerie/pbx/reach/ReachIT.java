package org.sonnerie.pbx.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.Plans;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person says on his page how he is reached, and calls go by it from then on. */
@BothDatabases("ReachRows")
class ReachIT {
    private static final String PATH = "/phone/reach";
    private static final PersonId ALICE = new PersonId("alice");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String LUNCH =
            """
            {"doNotDisturb": true, "always": null, "busy": "voicemail", "noAnswer": "102",
             "unreachable": "06 98 76 54 32", "followMe": {"number": "0698765432", "afterSeconds": 5},
             "rules": [{"name": "Lunch", "callers": "numbers", "numbers": ["01 45 67 89 01", "+4420*"],
                        "week": {"mon": ["12:00-13:00"]}, "to": "200"},
                       {"name": "Boss", "callers": "colleagues", "numbers": null, "week": null,
                        "to": null}]}\
            """;

    private RunningServer server = RunningServer.demo();
    private Browser alice = Browser.signedIn(server, "alice");

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> put(String body) {
        return alice.ask("PUT", PATH, body, JSON);
    }

    private CompanyPlan inForce() {
        Plans plans = server.bean(Plans.class);
        return plans.current(plans.companyOf(ALICE).orElseThrow());
    }

    private Reach reach() {
        return inForce().person(ALICE).orElseThrow().reach();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return MAPPER.readTree(response.body());
    }

    @Test
    void whatIsSetIsShownInForceAndKeptOverARestart() {
        assertThat(json(alice.get(PATH)).get("own").booleanValue()).isFalse();

        HttpResponse<String> answer = put(LUNCH);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(reach().doNotDisturb()).isTrue();
        assertThat(reach().busy()).contains(new Destination.ToMailbox(MailboxId.of(ALICE)));
        assertThat(reach().noAnswer()).contains(new Destination.ToPerson(new PersonId("bob")));
        assertThat(reach().unreachable())
                .contains(new Destination.ToOutside("+33698765432", false));
        assertThat(reach().rules()).hasSize(2);
        JsonNode shown = json(alice.get(PATH));
        assertThat(shown).isEqualTo(json(answer));
        assertThat(shown.get("own").booleanValue()).isTrue();
        JsonNode form = shown.get("reach");
        assertThat(form.get("busy").stringValue()).isEqualTo("voicemail");
        assertThat(form.get("noAnswer").stringValue()).isEqualTo("102");
        assertThat(form.get("rules").get(0).get("numbers").toString())
                .isEqualTo("[\"+33145678901\",\"+4420*\"]");
        assertThat(form.get("rules").get(0).get("to").stringValue()).isEqualTo("200");
        assertThat(put(form.toString()).statusCode()).isEqualTo(200);
        Reach before = reach();

        restart();

        assertThat(reach()).isEqualTo(before);
        assertThat(inForce().version().personal()).isEqualTo(2);
    }

    private void restart() {
        Path data = server.data();
        server.stop();
        server = RunningServer.startIn(data, "--sonnerie.demo=true");
        alice = Browser.signedIn(server, "alice");
    }

    @Test
    void aCallKeepsTheStateOfItsBeginning() {
        CompanyPlan before = inForce();
        put(LUNCH);
        CompanyPlan after = inForce();
        alice.ask("DELETE", PATH, "", JSON);

        Plans plans = server.bean(Plans.class);
        assertThat(plans.version(before.company(), before.version())).contains(before);
        assertThat(plans.version(after.company(), after.version())).contains(after);
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(inForce().people()).isEqualTo(before.people());
    }

    @Test
    void whatTheCompanyPublishedIsNotTouched() {
        Published published = server.bean(Published.class);
        CompanyId company = inForce().company();
        String document = published.document(company);
        put(LUNCH);
        assertThat(published.document(company)).isEqualTo(document);
    }

    @Test
    void whatDoesNotFitANewPlanIsLeftOutAndTheRestStays() {
        put(LUNCH);
        Published published = server.bean(Published.class);
        CompanyId company = inForce().company();
        String impatient =
                published
                        .document(company)
                        .replaceFirst("\"ringSeconds\" : 20", "\"ringSeconds\" : 4");
        published.publish(company, impatient);
        assertThat(reach().doNotDisturb()).isTrue();
        assertThat(reach().followMe()).isEmpty();
    }

    private static List<String> flaws(JsonNode refusal) {
        return refusal.get("flaws")
                .valueStream()
                .map(flaw -> flaw.get("field").stringValue() + " " + flaw.get("code").stringValue())
                .toList();
    }

    @Test
    void badOnesAreRefusedPartByPartAndNothingIsChanged() {
        HttpResponse<String> answer =
                put(
                        """
                        {"doNotDisturb": false, "always": "101", "busy": "999", "noAnswer": "112",
                         "unreachable": "+44 20 7946 0000",
                         "followMe": {"number": "102", "afterSeconds": 20},
                         "rules": [{"name": "", "callers": "numbers", "numbers": [], "to": "*43"},
                                   {"name": "x", "callers": "friends", "week": {"mon": ["9"]}}]}\
                        """);
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode refusal = json(answer);
        assertThat(refusal.get("code").stringValue()).isEqualTo("reach-refused");
        assertThat(flaws(refusal))
                .containsExactlyInAnyOrder(
                        "always same-person",
                        "busy unknown-target",
                        "noAnswer not-for-forwards",
                        "unreachable not-open",
                        "followMe.number no-outside-number",
                        "followMe.afterSeconds too-late",
                        "rules.0.name empty",
                        "rules.0.numbers empty",
                        "rules.0.to not-for-forwards",
                        "rules.1.callers unknown",
                        "rules.1.week no-hours");
        assertThat(reach()).isEqualTo(Reach.PHONE_ONLY);
        String leftOut =
                """
                {"doNotDisturb": false, "followMe": {"number": null, "afterSeconds": 1},
                 "rules": [null,
                           {"callers": "numbers", "numbers": [null, "hello"],
                            "week": {"mon": [null], "tue": null}}]}\
                """;
        assertThat(flaws(json(put(leftOut))))
                .contains(
                        "rules.0.name empty",
                        "rules.0.callers unknown",
                        "rules.1.numbers no-number",
                        "rules.1.week no-hours",
                        "followMe.number no-outside-number");
        assertThat(put("{").statusCode()).isEqualTo(400);
        assertThat(put("{\"doNotDisturb\": \"yes\"}").statusCode()).isEqualTo(400);
        assertThat(new Browser(server).get(PATH).statusCode()).isNotEqualTo(200);
    }
}
