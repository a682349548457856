package org.sonnerie.pbx.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.PastCall;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.EventLog;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person says what was wrong with a call that concerned him; his company's admin reads it. */
@BothDatabases("CallReportRows")
class CallReportsIT {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final CallId CALL = new CallId("c1");
    private static final Map<String, String> TYPE = Map.of("Content-Type", "application/json");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RunningServer server = RunningServer.demo();
    private Browser alice = Browser.signedIn(server, "alice");

    @BeforeEach
    void keepTwoCalls() {
        keep("c1");
        keep("c2");
    }

    private void keep(String call) {
        CompanyPlan plan = server.bean(Published.class).all().getFirst();
        new PastCall(plan, call, AT).events().forEach(server.bean(EventLog.class)::append);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (server.bean(CallHistory.class).find(plan.company(), new CallId(call)).isEmpty()) {
            assertThat(System.nanoTime()).as("the call is recorded").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String form(String what, String note) {
        return MAPPER.createObjectNode().put("what", what).put("note", note).toString();
    }

    private static HttpResponse<String> report(Browser whose, String call, String body) {
        return whose.ask("POST", "/phone/calls/" + call + "/report", body, TYPE);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return MAPPER.readTree(response.body());
    }

    private static JsonNode story(Browser whose, String call) {
        return json(whose.get("/phone/calls/" + call + "/story"));
    }

    private static List<String> flaws(HttpResponse<String> refusal) {
        assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(422);
        assertThat(json(refusal).path("code").asString()).isEqualTo("report-refused");
        return json(refusal)
                .path("flaws")
                .valueStream()
                .map(flaw -> flaw.path("field").asString() + " " + flaw.path("code").asString())
                .toList();
    }

    private CompanyId company() {
        return server.bean(Published.class).all().getFirst().company();
    }

    @Test
    void whatIsReportedStandsInTheStoryOfWhoReportedItAlsoAfterARestart() {
        assertThat(story(alice, "c1").has("report")).isFalse();
        HttpResponse<String> kept = report(alice, "c1", form("crackled", " Every\nword twice "));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(json(kept).path("what").asString()).isEqualTo("crackled");
        assertThat(json(kept).path("note").asString()).isEqualTo("Every\nword twice");
        assertThat(story(alice, "c1").path("report")).isEqualTo(json(kept));
        assertThat(story(alice, "c2").has("report")).isFalse();
        assertThat(story(Browser.signedIn(server, "bob"), "c1").has("report")).isFalse();

        Path data = server.data();
        server.stop();
        server = RunningServer.startIn(data, "--sonnerie.demo=true");
        alice = Browser.signedIn(server, "alice");
        assertThat(story(alice, "c1").path("report")).isEqualTo(json(kept));
    }

    @Test
    void aSecondReportOfAPersonTakesThePlaceOfTheFirst() {
        report(alice, "c1", form("crackled", "Every word twice"));
        server.clock().ahead(Duration.ofMinutes(5));
        report(alice, "c1", form("echo", ""));
        report(Browser.signedIn(server, "bob"), "c1", "{\"what\": \"other\"}");

        assertThat(server.bean(CallReports.class).of(company(), CALL))
                .extracting(one -> one.person().text() + " " + one.what() + " " + one.note())
                .containsExactlyInAnyOrder("alice ECHO ", "bob OTHER ");
        assertThat(story(alice, "c1").path("report").path("what").asString()).isEqualTo("echo");
    }

    @Test
    void eachComplaintIsTakenByItsWord() {
        for (String word :
                List.of("heard-nothing", "not-heard", "crackled", "broke-off", "echo", "other")) {
            assertThat(report(alice, "c1", form(word, "")).statusCode()).as(word).isEqualTo(200);
            assertThat(story(alice, "c1").path("report").path("what").asString()).isEqualTo(word);
        }
    }

    @Test
    void notesOfEveryScriptComeBackAsTheyWereWritten() {
        for (String note :
                List.of(
                        "صوت متقطع",
                        "<script>alert(1)</script> & \"quoted\"",
                        "🎺".repeat(500),
                        "n".repeat(500))) {
            assertThat(report(alice, "c1", form("other", note)).statusCode()).isEqualTo(200);
            assertThat(story(alice, "c1").path("report").path("note").asString()).isEqualTo(note);
        }
        report(alice, "c1", form("other", "null\u0000and\u0007bell"));
        assertThat(story(alice, "c1").path("report").path("note").asString())
                .isEqualTo("null and bell");
    }

    @Test
    void badOnesAreRefusedPartByPartAndTheLastGoodOneStays() {
        report(alice, "c1", form("echo", "Mine"));
        assertThat(flaws(report(alice, "c1", "{}"))).containsExactly("what empty");
        assertThat(flaws(report(alice, "c1", form("ECHO", "n".repeat(501)))))
                .containsExactly("what unknown", "note too-long");
        assertThat(flaws(report(alice, "c1", form(" ", "🎺".repeat(501)))))
                .containsExactly("what empty", "note too-long");
        assertThat(report(alice, "c1", "{").statusCode()).isEqualTo(400);
        assertThat(report(alice, "c1", "{\"what\": [7]}").statusCode()).isEqualTo(400);
        assertThat(story(alice, "c1").path("report").path("note").asString()).isEqualTo("Mine");
    }

    @Test
    void nobodyReportsACallThatWasNotHis() {
        Browser carol = Browser.signedIn(server, "carol");
        String good = form("echo", "Mine");
        assertThat(report(carol, "c1", good).statusCode()).isEqualTo(404);
        assertThat(report(carol, "c1", "{}").statusCode()).isEqualTo(404);
        assertThat(report(alice, "nobody", good).statusCode()).isEqualTo(404);
        assertThat(report(alice, "not%20an%20id", good).statusCode()).isEqualTo(404);
        assertThat(report(new Browser(server), "c1", good).statusCode()).isNotEqualTo(200);
        assertThat(server.bean(CallReports.class).of(company(), CALL)).isEmpty();
    }

    @Test
    void anotherCompanySeesAndReportsNothing() {
        report(alice, "c1", form("echo", "Mine"));
        CompanyId other = new CompanyId("other");
        PersonId person = new PersonId("alice");
        CallReports reports = server.bean(CallReports.class);
        CallRecord record = server.bean(CallHistory.class).find(company(), CALL).orElseThrow();

        assertThat(reports.of(other, CALL)).isEmpty();
        assertThat(reports.reported(other, List.of(record))).isEmpty();
        assertThat(reports.mayReport(other, person, CALL)).isFalse();
        assertThat(reports.reported(company(), List.of(record))).containsExactly(CALL);
    }

    /** The tables themselves see to both. */
    @Test
    void aReportNeedsTheCallsRecordAndGoesWithIt() {
        report(alice, "c1", form("echo", "Mine"));
        CallReport report = new CallReport(new PersonId("carol"), AT, Complaint.ECHO, "");
        CallReportRows rows = server.bean(CallReportRows.class);
        CompanyId company = company();
        assertThatThrownBy(() -> rows.keep(company, CALL, report))
                .isInstanceOf(DataIntegrityViolationException.class);

        TestDatabase.outside(server.data())
                .sql("delete from call_record_person where company_id = ? and call_id = ?")
                .params(company.text(), CALL.text())
                .update();
        assertThat(server.bean(CallReports.class).of(company, CALL)).isEmpty();
    }
}
