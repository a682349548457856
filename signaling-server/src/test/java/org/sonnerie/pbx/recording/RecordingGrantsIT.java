package org.sonnerie.pbx.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.HandMade;
import org.sonnerie.pbx.fake.PastCall;
import org.sonnerie.pbx.fake.Program;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.history.CallHistory;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.CallRecordings;
import org.sonnerie.pbx.runtime.CallRecordings.NewRecording;
import org.sonnerie.pbx.runtime.CallRecordings.Of;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whom an administrator lets hear which recordings, and that nobody hears others. */
@BothDatabases({"GrantRows", "RecordingSearch"})
class RecordingGrantsIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GRANTS = "/admin/recordings/grants";
    private static final String REST = "/api/v1/recording-grants";
    private static final String HEARD = "/account/recordings";
    private static final String SOUND = "/org/sonnerie/media/player/prompts/en/closed.opus";
    private static final Pattern SHOWN = Pattern.compile(HEARD + "/(r-[a-z]+)/sound");
    private static final Named CALLER = new Named("", PastCall.CALLER);
    private static final Named ALICE = new Named("Alice", "101");
    private static final Named CAROL = new Named("Carol", "103");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Instant began =
            Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    private RunningServer server = RunningServer.demo();
    private Browser admin = new Browser(server);
    private Browser desk = new Browser(server);

    /** Somebody at the desk hears nothing of all there is. */
    @BeforeEach
    void start() throws IOException {
        admin = Browser.signedIn(server, "admin");
        server.bean(People.class)
                .add(
                        new Account(
                                new PersonId("desk"),
                                plan().company(),
                                "desk",
                                "Front desk",
                                Role.EMPLOYEE),
                        server.bean(PasswordEncoder.class).encode("sonnerie-demo"));
        desk = Browser.signedIn(server, "desk");
        keep(
                call("c-sales")
                        .arrives("+15550100200")
                        .rings(2)
                        .after(8)
                        .answers(2)
                        .after(42)
                        .ends(1, EndReason.HUNG_UP));
        keep(support("c-support").ends(1, EndReason.HUNG_UP));
        keep(
                support("c-moved")
                        .handsOn(2, "200")
                        .rings(3)
                        .after(5)
                        .answers(3)
                        .after(30)
                        .ends(1, EndReason.HUNG_UP));
        recorded("r-sales", new Of.Call("c-sales", CALLER, ALICE), 8);
        recorded("r-support", new Of.Call("c-support", CALLER, CAROL), 3);
        recorded("r-moved", new Of.Call("c-moved", CALLER, ALICE), 28);
        recorded("r-room", new Of.Conference(new RoomId("meeting")), 9);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CompanyPlan plan() {
        return server.bean(Published.class).all().getFirst();
    }

    private HandMade call(String id) {
        return new HandMade(plan(), id, began.toString());
    }

    /** Carol has taken it after 3 s, and talks 20 s. */
    private HandMade support(String id) {
        return call(id).arrives("+15550100300")
                .after(2)
                .offered("carol")
                .rings(2)
                .after(1)
                .answers(2)
                .after(20);
    }

    private void keep(HandMade call) {
        server.bean(CallHistory.class).keep(call.logged());
    }

    private void recorded(String id, Of of, int second) throws IOException {
        CallRecordings recordings = server.bean(CallRecordings.class);
        try (InputStream sound = RecordingGrantsIT.class.getResourceAsStream(SOUND)) {
            Files.write(
                    recordings.begin(
                            new NewRecording(
                                    new RecordingId(id),
                                    plan().company(),
                                    of,
                                    Optional.empty(),
                                    began.plusSeconds(second))),
                    Objects.requireNonNull(sound).readAllBytes());
        }
        recordings.closed(new RecordingId(id), Duration.ofSeconds(4), false);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!admin.get("/api/v1/recordings/" + id).body().contains("WHOLE")) {
            assertThat(System.nanoTime()).as(id + " is there").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** What somebody's page shows; each of it is heard, nothing else is. */
    private Set<String> heard(Browser who) {
        Set<String> shown =
                SHOWN.matcher(who.get(HEARD).body())
                        .results()
                        .map(one -> one.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        for (String id : List.of("r-sales", "r-support", "r-moved", "r-room")) {
            assertThat(who.get(HEARD + "/" + id + "/sound").statusCode())
                    .as(id)
                    .isEqualTo(shown.contains(id) ? 200 : 404);
        }
        return shown;
    }

    private FormPage form() {
        return FormPage.open(admin, GRANTS).with("person", "desk");
    }

    private FormPage change() {
        return FormPage.form(admin, GRANTS + "?person=desk", GRANTS);
    }

    private static void saved(FormPage form) {
        FormPage.Answer answer = form.send();
        assertThat(answer.location()).endsWith(GRANTS);
        assertThat(answer.body()).contains("Saved. It counts at once.", "Front desk");
    }

    private long accesses() {
        return TestDatabase.outside(server.data())
                .sql("select count(*) from recording_access where person_id = 'desk'")
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsGrantedIsHeardAndNothingElse() {
        assertThat(admin.get("/admin/recordings").body()).contains("href=\"" + GRANTS + "\"");
        assertThat(heard(desk)).isEmpty();
        assertThat(accesses()).isZero();

        saved(form().with("queue", "yes"));
        assertThat(heard(desk)).containsExactly("r-support");
        assertThat(accesses()).as("each one is written down").isEqualTo(1);
        saved(change().with("queue", "").with("group", "yes"));
        assertThat(heard(desk)).containsExactly("r-moved", "r-sales");
        saved(change().with("everything", "yes"));
        assertThat(heard(desk)).containsExactly("r-moved", "r-room", "r-sales", "r-support");
        assertThat(accesses()).isEqualTo(7);
        assertThat(desk.get(HEARD + "?number=4711").body()).doesNotContain("r-sales");
        assertThat(desk.get(HEARD + "?from=soon").body()).contains("role=\"alert\"");

        FormPage.Answer ended = FormPage.form(admin, GRANTS, "/desk/end").send();
        assertThat(ended.body()).contains("Taken away. It counts at once.");
        assertThat(heard(desk)).isEmpty();
        assertThat(admin.get("/admin/audit-log?kind=recordings").body())
                .contains(
                        "Set which recordings of others Front desk may hear",
                        "queue:support",
                        "group:sales",
                        "Let Front desk hear no recordings of others any more",
                        "Fetched the recording r-support");
        assertThat(admin.post(GRANTS + "/desk/end").statusCode()).isEqualTo(404);
    }

    @Test
    void whoMayOnlyListenKeepsNoFile() {
        saved(form().with("group", "yes"));
        assertThat(desk.get(HEARD).body()).contains("r-sales").doesNotContain("/download");
        assertThat(desk.get(HEARD + "/r-sales/download").statusCode()).isEqualTo(404);

        saved(change().with("download", "yes"));
        assertThat(desk.get(HEARD).body()).contains(HEARD + "/r-sales/download");
        HttpResponse<String> file = desk.get(HEARD + "/r-sales/download?format=wav");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("r-sales.wav"));
        assertThat(desk.get(HEARD + "/r-support/download").statusCode()).isEqualTo(404);
        assertThat(desk.get(HEARD + "/r-sales/download?format=mp3").statusCode()).isEqualTo(400);
    }

    @Test
    void thePageSaysWhatIsWrongAndLosesNothing() {
        FormPage nothing = form().with("download", "yes").sentBack();
        assertThat(nothing.problem("heard")).isEqualTo("Choose whose recordings.");
        assertThat(nothing.value("person")).isEqualTo("desk");
        assertThat(nothing.value("download")).isEqualTo("yes");
        FormPage nobody =
                FormPage.open(admin, GRANTS).with("colleague", "yes").with("person", "").sentBack();
        assertThat(nobody.problem("person")).isEqualTo("Choose somebody of your company.");
        assertThat(nobody.value("colleague")).isEqualTo("yes");
        assertThat(server.bean(Grants.class).of(plan().company())).isEmpty();

        FormPage late = form().with("group", "yes");
        saved(form().with("queue", "yes"));
        FormPage overtaken = late.sentBack();
        assertThat(overtaken.text()).contains("somebody changed it in the meantime: queue:support");
        assertThat(overtaken.value("group")).isEqualTo("yes");
        assertThat(heard(desk)).containsExactly("r-support");
        saved(overtaken);
        assertThat(heard(desk)).containsExactly("r-moved", "r-sales");
    }

    private static HttpResponse<String> put(Program program, String json, String... seen) {
        return program.ask(
                "PUT",
                REST + "/desk",
                json,
                seen.length == 0 ? Map.of() : Map.of("If-Match", seen[0]));
    }

    @Test
    void programsGrantAndTakeAway() {
        Program program = Program.of(server, admin, "staff", "people:read", "people:write");
        assertThat(program.get(REST + "/desk").statusCode()).isEqualTo(404);
        HttpResponse<String> made = put(program, "{\"people\": [\"carol\"], \"download\": true}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(heard(desk)).containsExactly("r-support");
        assertThat(desk.get(HEARD + "/r-support/download").statusCode()).isEqualTo(200);
        assertThat(program.get(REST).body())
                .isEqualTo("{\"grants\":[" + made.body() + "]}")
                .contains("\"person\":\"desk\"", "\"people\":[\"carol\"]", "\"download\":true");

        assertThat(put(program, "{\"groups\": [\"sales\"]}").statusCode()).isEqualTo(428);
        assertThat(put(program, "{\"groups\": [\"sales\"]}", "\"x\"").statusCode()).isEqualTo(412);
        String tag = made.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> changed =
                put(program, "{\"groups\": [\"sales\"], \"queues\": [\"support\"]}", tag);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(heard(desk)).containsExactly("r-moved", "r-sales", "r-support");
        String last = changed.headers().firstValue("ETag").orElseThrow();
        assertThat(put(program, "{}", last).body()).contains("\"code\":\"nothing\"");
        assertThat(put(program, "{\"queues\": [\"x\"]}", last).body())
                .contains("\"code\":\"unknown-part\"");
        HttpResponse<String> all = put(program, "{\"everything\": true}", last);
        assertThat(heard(desk)).hasSize(4);

        assertThat(
                        program.ask("PUT", REST + "/nobody", "{\"everything\": true}", Map.of())
                                .statusCode())
                .isEqualTo(404);
        assertThat(program.ask("DELETE", REST + "/desk", "", Map.of()).statusCode()).isEqualTo(428);
        Map<String, String> seen =
                Map.of("If-Match", all.headers().firstValue("ETag").orElseThrow());
        assertThat(program.ask("DELETE", REST + "/desk", "", seen).statusCode()).isEqualTo(204);
        assertThat(heard(desk)).isEmpty();
        Program other = Program.of(server, admin, "other", "recordings:read", "recordings:write");
        assertThat(put(other, "{\"everything\": true}").statusCode()).isEqualTo(403);
    }

    private void withoutTheQueue() {
        Published published = server.bean(Published.class);
        ObjectNode plan = (ObjectNode) JSON.readTree(published.document(plan().company()));
        plan.putArray("queues");
        plan.path("menus").forEach(menu -> ((ObjectNode) menu.path("keys")).remove("2"));
        plan.putArray("numbers");
        published.publish(plan().company(), plan.toString());
    }

    @Test
    void whatGoesTakesItsGrantWithIt() {
        saved(form().with("queue", "yes"));
        String queue = server.bean(Published.class).document(plan().company());
        withoutTheQueue();
        assertThat(server.bean(Grants.class).of(plan().company())).isEmpty();
        server.bean(Published.class).publish(plan().company(), queue);
        assertThat(heard(desk)).as("another queue of that name is not the same").isEmpty();

        saved(form().with("group", "yes"));
        PersonId id = new PersonId("desk");
        server.bean(People.class).remove(server.bean(People.class).account(id).orElseThrow());
        assertThat(server.bean(Grants.class).of(plan().company())).isEmpty();
        assertThat(
                        TestDatabase.outside(server.data())
                                .sql("select count(*) from recording_grant_part")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void whoeverAskedForOneHearsAndKeepsIt() throws IOException {
        CallRecordings recordings = server.bean(CallRecordings.class);
        try (InputStream sound = RecordingGrantsIT.class.getResourceAsStream(SOUND)) {
            Files.write(
                    recordings.begin(
                            new NewRecording(
                                    new RecordingId("r-own"),
                                    plan().company(),
                                    new Of.Call("c-own", CALLER, ALICE),
                                    Optional.of(new PersonId("alice")),
                                    began)),
                    Objects.requireNonNull(sound).readAllBytes());
        }
        Browser alice = Browser.signedIn(server, "alice");
        recordings.closed(new RecordingId("r-own"), Duration.ofSeconds(4), false);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!alice.get(HEARD).body().contains("/r-own/download")) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(heard(alice)).containsExactly("r-own");
        assertThat(alice.get(HEARD + "/r-own/download").statusCode()).isEqualTo(200);
        assertThat(alice.get("/account").body()).contains("href=\"" + HEARD + "\"");
        assertThat(heard(admin)).hasSize(5);
    }
}
