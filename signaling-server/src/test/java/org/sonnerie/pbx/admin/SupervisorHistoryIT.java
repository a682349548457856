package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.HandMade;
import org.sonnerie.pbx.fake.PastCall;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.CallRecordings;
import org.sonnerie.pbx.runtime.CallRecordings.NewRecording;
import org.sonnerie.pbx.runtime.CallRecordings.Of;
import org.sonnerie.pbx.runtime.EventLog;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.LoggedCall;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Carol looks after the queue Support: its calls that are over and their recordings are hers. */
class SupervisorHistoryIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LIST = "/admin/history";
    private static final String HEARD = "/account/recordings";
    private static final String SOUND = "/org/sonnerie/media/player/prompts/en/closed.opus";
    private static final PersonId CAROL = new PersonId("carol");

    private static Instant began = Instant.EPOCH;
    private static RunningServer server;
    private static Martin martin;
    private static Browser carol;

    @BeforeAll
    static void start() throws IOException {
        began = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        server = RunningServer.demo();
        martin = new Martin(server);
        Account account = martin.account("carol");
        server.bean(People.class)
                .change(
                        new Account(
                                CAROL,
                                Martin.ID,
                                account.userName(),
                                account.displayName(),
                                Role.SUPERVISOR));
        supervise(List.of("carol"));
        carol = Browser.signedIn(server, "carol");
        keep(talk("c-support", "300"));
        keep(talk("c-orders", "333"));
        recorded("r-support", "c-support");
        recorded("r-orders", "c-orders");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Support has these supervisors, another queue has none. */
    private static void supervise(List<String> supervisors) {
        Published published = server.bean(Published.class);
        ObjectNode plan = (ObjectNode) JSON.readTree(published.document(Martin.ID));
        ObjectNode support = (ObjectNode) plan.path("queues").get(0);
        supervisors.forEach(support.putArray("supervisors")::add);
        ObjectNode other = support.deepCopy();
        other.put("id", "orders").put("name", "Orders by phone").put("extension", "333");
        other.putArray("supervisors");
        plan.putArray("queues").add(support).add(other);
        published.publish(Martin.ID, plan.toString());
    }

    /** Alice waits 20 s and hangs up. */
    private static HandMade talk(String id, String queue) {
        return new HandMade(martin.plan(), id, began.toString())
                .dials("alice", queue)
                .after(20)
                .ends(1, EndReason.HUNG_UP);
    }

    /** With its log, which its story is told from. */
    private static void keep(HandMade call) {
        LoggedCall logged = call.logged();
        int last = logged.events().size();
        for (int i = 1; i <= last; i++) {
            server.bean(EventLog.class)
                    .append(
                            new LoggedEvent(
                                    Martin.ID,
                                    logged.id(),
                                    logged.plan().version(),
                                    i,
                                    logged.events().get(i - 1),
                                    i == last));
        }
        until("/api/v1/calls/" + logged.id(), "INTERNAL");
    }

    private static void until(String path, String text) {
        Browser admin = Browser.signedIn(server, "admin");
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!admin.get(path).body().contains(text)) {
            assertThat(System.nanoTime()).as(path).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void recorded(String id, String call) throws IOException {
        CallRecordings recordings = server.bean(CallRecordings.class);
        try (InputStream sound = SupervisorHistoryIT.class.getResourceAsStream(SOUND)) {
            Files.write(
                    recordings.begin(
                            new NewRecording(
                                    new RecordingId(id),
                                    Martin.ID,
                                    new Of.Call(
                                            call,
                                            new Named("Alice", "101"),
                                            new Named("Bob", "102")),
                                    Optional.empty(),
                                    began.plusSeconds(5))),
                    Objects.requireNonNull(sound).readAllBytes());
        }
        recordings.closed(new RecordingId(id), Duration.ofSeconds(4), false);
        until("/api/v1/recordings/" + id, "WHOLE");
    }

    @Test
    void aSupervisorReadsAndHearsTheCallsOfHerQueueAndNoOthers() {
        String list = carol.get(LIST).body();
        assertThat(list)
                .contains(LIST + "/c-support\"", "href=\"" + HEARD + "\"")
                .doesNotContain("c-orders", "/admin/history/export", "/admin/people");
        assertThat(carol.get(LIST + "?number=101&person=alice").body()).contains("c-support");
        assertThat(carol.get(LIST + "?number=" + PastCall.CALLER).body())
                .doesNotContain("c-support");
        assertThat(carol.get(LIST + "?from=soon").body()).contains("role=\"alert\"");

        assertThat(carol.get(LIST + "/c-support").body())
                .contains("Support", HEARD + "/r-support/sound");
        assertThat(carol.get(LIST + "/c-orders").statusCode()).isEqualTo(404);
        assertThat(carol.get(LIST + "/nothing").statusCode()).isEqualTo(404);

        assertThat(carol.get(HEARD).body())
                .contains(HEARD + "/r-support/sound")
                .doesNotContain("r-orders", "/download");
        assertThat(carol.get(HEARD + "/r-support/sound").statusCode()).isEqualTo(200);
        assertThat(carol.get(HEARD + "/r-support/download").statusCode()).isEqualTo(404);
        assertThat(carol.get(HEARD + "/r-orders/sound").statusCode()).isEqualTo(404);
        for (String path :
                List.of(
                        LIST + "/export",
                        "/admin/recordings",
                        "/admin/recordings/r-support/sound")) {
            assertThat(carol.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(Browser.signedIn(server, "bob").get(LIST).statusCode()).isEqualTo(403);
    }

    @Test
    void whoSupervisesNoQueueAnyMoreSeesAndHearsNothingAtOnce() {
        supervise(List.of());
        try {
            assertThat(carol.get(LIST).body()).doesNotContain("c-support");
            assertThat(carol.get(LIST + "/c-support").statusCode()).isEqualTo(404);
            assertThat(carol.get(HEARD + "/r-support/sound").statusCode()).isEqualTo(404);
        } finally {
            supervise(List.of("carol"));
        }
    }

    @Test
    void anAdministratorSeesAllAsBefore() {
        Browser admin = Browser.signedIn(server, "admin");
        assertThat(admin.get(LIST).body())
                .contains("c-support", "c-orders", "/admin/history/export");
        assertThat(admin.get(LIST + "/c-orders").body())
                .contains(HEARD + "/r-orders/sound", "Who was in it");
    }
}
