package org.sonnerie.pbx.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
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
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.EventLog;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person's own calls and their stories, as his phone page reads them. */
@BothDatabases("OwnCallRows")
class OwnCallsIT {
    private static final String CALLS = "/phone/calls";
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MANY = OwnCalls.PAGE + 2;

    private static RunningServer server;
    private static Browser alice;
    private static Browser bob;
    private static Browser carol;

    @BeforeEachDatabase
    static void start() {
        server = RunningServer.demo();
        alice = Browser.signedIn(server, "alice");
        bob = Browser.signedIn(server, "bob");
        carol = Browser.signedIn(server, "carol");
        CompanyPlan plan = server.bean(Published.class).all().getFirst();
        EventLog log = server.bean(EventLog.class);
        for (int i = 1; i <= MANY; i++) {
            for (LoggedEvent event : new PastCall(plan, "c" + i, AT.plusSeconds(i)).events()) {
                log.append(event);
            }
        }
        untilRecorded();
    }

    private static void untilRecorded() {
        long end = System.nanoTime() + LIMIT.toNanos();
        JdbcClient rows = TestDatabase.outside(server.data());
        String sql = "select count(*) from call_log where recorded_at is not null";
        while (rows.sql(sql).query(Long.class).single() != MANY) {
            assertThat(System.nanoTime()).as(sql).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    @Test
    void theListSaysWhoCalledAndWhatBecameOfItForTheReader() {
        assertThat(alice.get(CALLS).body())
                .contains(
                        "{\"id\":\"c20\",\"part\":\"took\",\"other\":{\"name\":\"\",\"number\":\"+33612345678\"},"
                                + "\"at\":\"2026-11-23T10:00:20Z\",\"answered\":true,\"outcome\":\"Talked"
                                + " for 0:42\"}");
        assertThat(bob.get(CALLS).body())
                .contains("\"part\":\"rang\"", "\"outcome\":\"Answered by somebody else\"");
    }

    @Test
    void theListIsReadInPartsNewestFirst() {
        String newest = alice.get(CALLS).body();
        assertThat(newest)
                .containsSubsequence("\"id\":\"c" + MANY + "\"", "\"id\":\"c3\"", "\"next\":\"c3\"")
                .doesNotContain("\"id\":\"c2\"");
        assertThat(alice.get(CALLS + "?after=c3").body())
                .containsSubsequence("\"id\":\"c2\"", "\"id\":\"c1\"")
                .doesNotContain("\"id\":\"c3\"", "\"next\"");
    }

    @Test
    void aStoryIsToldInTheReadersLanguage() {
        assertThat(bob.get(CALLS + "/c1/story").body())
                .contains(
                        "\"verdict\":\"Alice answered after 8 s. Time of talk: 0:42.\"",
                        "\"text\":\"Bob declined after 4 s.\"");
        HttpResponse<String> french =
                bob.ask("GET", CALLS + "/c1/story", "", Map.of("Accept-Language", "fr"));
        assertThat(french.body()).contains("Bob a refusé au bout de 4 s.");
    }

    @Test
    void aStoryEndsWithHowTheCallSoundedAndTheReadersNetworkIsHis() {
        Instant answered = AT.plusSeconds(2 + 8);
        KeptFacts.keep(server, "c2", "c2-1", answered, 0);
        KeptFacts.keep(server, "c2", "c2-2", answered, 5);

        assertThat(alice.get(CALLS + "/c2/story").body())
                .contains(
                        "\"sound\":\"Bad sound from 11:00:19 to 11:00:29: your network lost"
                                + " 10\u00a0% of the packets sent; the carrier’s side was clean.\"",
                        "\"soundRating\":\"bad\"");
        assertThat(alice.get(CALLS + "/c2/story?zone=Asia/Tokyo").body())
                .contains("Bad sound from 19:00:19 to 19:00:29: your network");
        assertThat(alice.get(CALLS + "/c2/story?zone=Middle-earth").body())
                .contains("Bad sound from 11:00:19 to 11:00:29: your network");
        assertThat(bob.get(CALLS + "/c2/story").body()).contains(": Alice’s network lost");
        assertThat(alice.get(CALLS + "/c3/story").body())
                .contains(
                        "\"sound\":\"How the call sounded was not kept.\"",
                        "\"soundRating\":\"unknown\"");
        KeptFacts.keep(server, "c4", "c4-1", AT.plusSeconds(4 + 8), 0);
        assertThat(alice.get(CALLS + "/c4/story").body()).contains("\"soundRating\":\"good\"");
    }

    @Test
    void callsThatDoNotConcernTheReaderAreNotThere() {
        assertThat(carol.get(CALLS).body()).isEqualTo("{\"calls\":[]}");
        assertThat(carol.get(CALLS + "/c1/story").statusCode()).isEqualTo(404);
        assertThat(alice.get(CALLS + "/nobody/story").statusCode()).isEqualTo(404);
        assertThat(alice.get(CALLS + "/not%20an%20id/story").statusCode()).isEqualTo(404);
        assertThat(new Browser(server).get(CALLS).statusCode()).isNotEqualTo(200);
    }
}
