package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.KeptFacts;
import org.sonnerie.pbx.fake.PastCall;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.EventLog;

class HistoryIT {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final int CALLS = 205;
    private static final String NEWEST = "c" + CALLS;

    private static RunningServer server;
    private static Browser admin;

    @BeforeAll
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

    @AfterAll
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
