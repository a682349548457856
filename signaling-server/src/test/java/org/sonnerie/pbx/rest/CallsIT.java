package org.sonnerie.pbx.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.KeptFacts;
import org.sonnerie.pbx.fake.PastCall;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.EventLog;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records and stories by REST, from calls that stand in the log. */
@BothDatabases({"CallLogs", "CallRecordRows"})
class CallsIT {
    private static final String CALLS = "/api/v1/calls";
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static RunningServer server;
    private static Browser admin;

    @BeforeEachDatabase
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
        for (String id : List.of("c1", "c2", "c3")) {
            append(ended(plan(), id, AT.plusSeconds(Long.parseLong(id.substring(1)) * 100)));
        }
        List.of("c1", "c2", "c3").forEach(CallsIT::untilRecorded);
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    private static CompanyPlan plan() {
        return server.bean(Published.class).all().getFirst();
    }

    private static List<LoggedEvent> ended(CompanyPlan plan, String id, Instant at) {
        return new PastCall(plan, id, at).events();
    }

    private static void append(List<LoggedEvent> events) {
        events.forEach(server.bean(EventLog.class)::append);
    }

    private static void untilRecorded(String id) {
        untilRecorded(server, id);
    }

    private static void untilRecorded(RunningServer where, String id) {
        untilCounted(
                where,
                "select count(*) from call_log where call_id = ? and recorded_at is not null",
                id,
                1);
    }

    private static void untilCounted(RunningServer where, String sql, String id, long wanted) {
        long end = System.nanoTime() + LIMIT.toNanos();
        JdbcClient rows = TestDatabase.outside(where.data());
        while (rows.sql(sql).param(id).query(Long.class).single() != wanted) {
            assertThat(System.nanoTime()).as("%s: %s", id, sql).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Test
    void aRecordTellsTheWholeCallWithItsLegs() {
        HttpResponse<String> answer = admin.get(CALLS + "/c1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"direction\":\"IN\"",
                        "\"began\":\"2026-11-23T10:01:40Z\"",
                        "\"answered\":\"2026-11-23T10:01:48Z\"",
                        "\"talkSeconds\":42.5",
                        "\"dialled\":\"+15550100200\"",
                        "\"ledTo\":{\"kind\":\"group\",\"name\":\"Sales\",\"number\":\"200\"}",
                        "\"endReason\":\"HUNG_UP\"",
                        "\"who\":{\"person\":\"bob\",\"name\":\"Bob\",\"number\":\"102\"}",
                        "\"endReason\":\"DECLINED\"");
    }

    @Test
    void aStoryIsToldInTheReadersLanguage() {
        assertThat(admin.get(CALLS + "/c1/story").body())
                .contains(
                        "\"over\":true",
                        "Alice answered after 8 s. Time of talk: 0:42.",
                        "\"at\":\"2026-11-23T10:01:44Z\",\"text\":\"Bob declined after 4 s.\"");
        assertThat(story("c1", "fr").body())
                .contains("Bob a refusé au bout de 4 s.", "Durée de conversation\u00a0: 0:42.");
    }

    private static HttpResponse<String> story(String id, String language) {
        return admin.ask(
                "GET", CALLS + "/" + id + "/story", "", Map.of("Accept-Language", language));
    }

    @Test
    void theFactsOfEachSecondAreReadByLeg() {
        KeptFacts.keep(server, "c3", "c3-2", AT.plusSeconds(308), 5);

        assertThat(admin.get(CALLS + "/c3/facts").body())
                .contains(
                        "\"who\":{\"person\":\"alice\",\"name\":\"Alice\",\"number\":\"101\"}",
                        "\"at\":\"2026-11-23T10:05:18Z\",\"codec\":\"opus\",\"in\":{\"packets\":45,"
                                + "\"lost\":5,",
                        "\"report\":{\"lostPermille\":0,\"jitterMillis\":3,\"roundTripMillis\":40}");
        assertThat(admin.get(CALLS + "/c3/story").body())
                .contains("\"sound\":\"Bad sound from 11:05:17 to 11:05:27: Alice’s network lost");
        assertThat(admin.get(CALLS + "/c1/facts").body()).isEqualTo("{\"legs\":[]}");
        assertThat(admin.get(CALLS + "/nobody/facts").statusCode()).isEqualTo(404);
    }

    @Test
    void theListIsReadInParts() {
        HttpResponse<String> first = admin.get(CALLS + "?limit=2&to=2026-11-23T10:10:00Z");
        assertThat(first.body())
                .containsSubsequence("\"id\":\"c3\"", "\"id\":\"c2\"", "\"next\":\"c2\"")
                .doesNotContain("\"id\":\"c1\"", "\"legs\"");

        assertThat(admin.get(CALLS + "?limit=2&after=c2&to=2026-11-23T10:10:00Z").body())
                .contains("\"id\":\"c1\"")
                .doesNotContain("\"id\":\"c2\"", "\"next\"");
    }

    @Test
    void theListIsFiltered() {
        String early = "&to=2026-11-23T10:10:00Z";
        assertThat(admin.get(CALLS + "?from=2026-11-23T10:03:20Z" + early).body())
                .contains("\"c3\"", "\"c2\"")
                .doesNotContain("\"c1\"");
        assertThat(admin.get(CALLS + "?from=2026-11-23&to=2026-11-23").body()).contains("\"c1\"");
        assertThat(admin.get(CALLS + "?from=2026-11-24&to=2026-11-24").body())
                .doesNotContain("\"c1\"");
        assertThat(admin.get(CALLS + "?person=bob" + early).body()).contains("\"c1\"");
        assertThat(admin.get(CALLS + "?person=carol" + early).body()).isEqualTo("{\"calls\":[]}");
        assertThat(admin.get(CALLS + "?number=6%2012%2034" + early).body()).contains("\"c1\"");
        assertThat(admin.get(CALLS + "?number=999" + early).body()).isEqualTo("{\"calls\":[]}");
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedInWords() {
        refuses("?limit=0", "the limit is 1 to 200");
        refuses("?limit=201", "the limit is 1 to 200");
        refuses("?limit=many", "limit is a whole number");
        refuses("?from=yesterday", "a moment is a day");
        refuses("?number=abc", "at least one digit");
        refuses("?after=nobody", "there is no call nobody");
        HttpResponse<String> unknown = admin.get(CALLS + "/nobody");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("there is no record of a call nobody");
        assertThat(admin.get(CALLS + "/nobody/story").statusCode()).isEqualTo(404);
    }

    private static void refuses(String query, String why) {
        HttpResponse<String> answer = admin.get(CALLS + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(400);
        assertThat(answer.body()).contains(why);
    }

    @Test
    void aCallThatGoesOnHasAStoryButNoRecordYet() {
        List<LoggedEvent> all = ended(plan(), "live", AT.plusSeconds(1_000));
        append(all.subList(0, 4));
        untilCounted(server, "select count(*) from call_event where call_id = ?", "live", 4);

        assertThat(admin.get(CALLS + "/live").statusCode()).isEqualTo(404);
        assertThat(admin.get(CALLS + "/live/story").body())
                .contains("\"over\":false", "still going on", "Alice answered after 8 s.");

        append(all.subList(4, 5));
        untilRecorded("live");
        assertThat(admin.get(CALLS + "/live").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherCompanysCallsAreNotThere() {
        CompanyId other = new CompanyId("other");
        server.bean(Companies.class).add(new Company(other, "Other"));
        String document =
                server.bean(Published.class)
                        .document(plan().company())
                        .replaceAll("\\b(alice|bob|carol|loopback)\\b", "$1-too");
        append(ended(server.bean(Published.class).publish(other, document), "theirs", AT));
        untilRecorded("theirs");

        assertThat(admin.get(CALLS + "/theirs").statusCode()).isEqualTo(404);
        assertThat(admin.get(CALLS + "/theirs/story").statusCode()).isEqualTo(404);
        assertThat(admin.get(CALLS + "?limit=200").body()).doesNotContain("theirs");
        refuses("?after=theirs", "there is no call theirs");
    }

    @Test
    void onlyAdminsReadThem() {
        assertThat(new Browser(server).get(CALLS).statusCode()).isEqualTo(401);
        assertThat(Browser.signedIn(server, "alice").get(CALLS).statusCode()).isEqualTo(403);
    }

    /** One was killed before the record was written, another before it was marked. */
    @Test
    void aServerThatWasKilledBetweenEndAndRecordMakesItUpExactlyOnce() {
        Path data = RunningServer.temporaryFolder();
        RunningServer before = RunningServer.startIn(data, "--sonnerie.demo=true");
        CompanyPlan plan = before.bean(Published.class).all().getFirst();
        for (String id : List.of("k1", "k2", "k3")) {
            ended(plan, id, AT).forEach(before.bean(EventLog.class)::append);
            untilRecorded(before, id);
        }
        before.stop();
        JdbcClient file = TestDatabase.outside(data);
        assertThat(counts(file)).containsExactly("k1 3", "k2 3", "k3 3");
        file.sql("update call_log set recorded_at = null where call_id in ('k1', 'k2')").update();
        file.sql("delete from call_record_leg where call_id = 'k1'").update();
        file.sql("delete from call_record_person where call_id = 'k1'").update();
        file.sql("delete from call_record where call_id = 'k1'").update();

        RunningServer after = RunningServer.startIn(data, "--sonnerie.demo=true");
        after.stop();

        assertThat(counts(file)).containsExactly("k1 3", "k2 3", "k3 3");
        assertThat(
                        file.sql("select count(*) from call_log where recorded_at is null")
                                .query(Long.class)
                                .single())
                .isZero();
        after.close();
    }

    private static List<String> counts(JdbcClient file) {
        return file.sql(
                        "select r.call_id || ' ' || count(*) from call_record r join"
                                + " call_record_leg l on l.call_id = r.call_id group by r.call_id"
                                + " order by r.call_id")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
