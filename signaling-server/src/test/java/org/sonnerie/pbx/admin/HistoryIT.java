package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.KeptFacts;
import org.sonnerie.pbx.fake.PastCall;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.EventLog;
import tools.jackson.databind.json.JsonMapper;

@BothDatabases("CallRecordRows")
class HistoryIT {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final int CALLS = 205;
    private static final String NEWEST = "c" + CALLS;

    private static RunningServer server;
    private static Browser admin;

    @BeforeEachDatabase
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
        var plan = server.bean(Published.class).all().getFirst();
        for (int i = 1; i <= CALLS; i++) {
            new PastCall(plan, "c" + i, AT.plusSeconds(i))
                    .events()
                    .forEach(server.bean(EventLog.class)::append);
        }
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!admin.get("/api/v1/calls?limit=1").body().contains('"' + NEWEST + '"')) {
            assertThat(System.nanoTime()).as("all are recorded").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    @Test
    void theListLeadsToStoriesAndToOlderCalls() {
        String page = admin.get("/admin/history?number=+33612345678&person=bob").body();

        assertThat(page)
                .contains(
                        ">Call history<",
                        "/admin/history/" + NEWEST,
                        "Nov 23, 2026",
                        "+33612345678",
                        "Ring group Sales, extension 200",
                        ">0:42<",
                        "Older calls",
                        "person=bob")
                .doesNotContain("/admin/history/c1\"");
        assertThat(admin.get("/admin/history?after=c4").body())
                .contains("/admin/history/c3\"")
                .doesNotContain("Older calls", "/admin/history/c4\"");
        assertThat(admin.get("/admin/history?person=carol").body()).contains("no call to show");
        assertThat(admin.get("/admin/history?from=soon").body()).contains("role=\"alert\"");
    }

    @Test
    void aStoryIsShownWithItsVerdictItsLinesAndWhoWasInIt() {
        assertThat(admin.get("/admin/history/c1").body())
                .contains(
                        "Alice answered after 8 s. Time of talk: 0:42.",
                        ">11:00:05<",
                        ">Bob declined after 4 s.<",
                        ">Bob 102<",
                        ">declined<");
        assertThat(admin.get("/admin/history/nobody").statusCode()).isEqualTo(404);
        assertThat(admin.get("/admin/history/no%20body").statusCode()).isEqualTo(404);
    }

    @Test
    void aStoryShowsHowTheCallSounded() {
        KeptFacts.keep(server, "c2", "c2-2", AT.plusSeconds(10), 5);

        assertThat(admin.get("/admin/history/c2").body())
                .contains(
                        "Bad sound from 11:00:19 to 11:00:29: Alice’s network lost",
                        ">Alice 101<",
                        "viewBox=\"0 0 30 40\"",
                        "9,40.0 10,25.0",
                        "45 packets, 5 lost, 0 late, 0 made up, jitter 2\u00a0ms");
        assertThat(admin.get("/admin/history/c1").body())
                .contains("How the call sounded was not kept.")
                .doesNotContain("second by second");
    }

    @Test
    void whatPeopleReportIsMarkedFoundAndReadAsTheyWroteIt() {
        report("alice", "c9", "crackled", "");
        report("alice", "c10", "other", "<img src=x onerror=\"alert(1)\">\nEvery word twice");
        report("bob", "c10", "echo", "");

        assertThat(admin.get("/admin/history?after=c11").body())
                .containsSubsequence("/admin/history/c10\"", ">Reported<", "/admin/history/c9\"")
                .containsSubsequence("/admin/history/c9\"", ">Reported<", "/admin/history/c8\"");
        assertThat(admin.get("/admin/history").body()).doesNotContain(">Reported<");
        assertThat(admin.get("/admin/history?reported=yes").body())
                .contains("/admin/history/c10\"", "/admin/history/c9\"", "checked=\"checked\"")
                .doesNotContain("/admin/history/" + NEWEST + '"', "Older calls");
        assertThat(admin.get("/admin/history?reported=yes&person=carol").body())
                .contains("Nobody has reported such a call.");
        assertThat(admin.get("/admin/history/export?reported=yes").body().lines()).hasSize(3);

        assertThat(admin.get("/admin/history/c10").body())
                .contains(
                        "What was reported",
                        ">Something else<",
                        ">Alice, ",
                        "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;\nEvery word twice",
                        ">Echo<",
                        ">Bob, ")
                .doesNotContain("<img");
        assertThat(admin.get("/admin/history/c11").body()).doesNotContain("What was reported");
        assertThat(admin.get("/api/v1/calls?reported=true").body())
                .contains("\"c10\"", "\"c9\"")
                .doesNotContain("\"c11\"");
        assertThat(admin.get("/api/v1/calls/c10/story").body())
                .contains("{\"person\":\"bob\",", "\"what\":\"echo\",\"note\":\"\"}");
    }

    private static void report(String person, String call, String what, String note) {
        String body =
                JsonMapper.builder()
                        .build()
                        .createObjectNode()
                        .put("what", what)
                        .put("note", note)
                        .toString();
        HttpResponse<String> answer =
                Browser.signedIn(server, person)
                        .ask(
                                "POST",
                                "/phone/calls/" + call + "/report",
                                body,
                                Map.of("Content-Type", "application/json"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void allThatIsWantedIsExported() {
        HttpResponse<String> file = admin.get("/admin/history/export?number=5550100200");

        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"calls.csv\"");
        assertThat(file.body()).startsWith("\uFEFFCall,Began,Direction,");
        List<String> lines = file.body().lines().toList();
        assertThat(lines).hasSize(CALLS + 1);
        assertThat(lines.get(CALLS))
                .isEqualTo(
                        "c1,2026-11-23T11:00:01+01:00,In,,+33612345678,+15550100200,\"Ring group"
                                + " Sales, extension 200\",2026-11-23T11:00:09+01:00,42.500,"
                                + "2026-11-23T11:00:51.5+01:00,hung up");
        assertThat(admin.get("/admin/history/export?from=soon").statusCode()).isEqualTo(400);
    }
}
