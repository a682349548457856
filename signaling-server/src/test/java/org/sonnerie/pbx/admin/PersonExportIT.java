package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.PastCall;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.history.CallHistory;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.CallRecordings;
import org.sonnerie.pbx.runtime.CallRecordings.NewRecording;
import org.sonnerie.pbx.runtime.CallRecordings.Of;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.LoggedCall;
import org.sonnerie.pbx.runtime.Mailboxes;

/** What is kept of one person leaves in one file: all of it, and nothing of others. */
@BothDatabases({"RecordingRows", "CallReportRows"})
class PersonExportIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final byte[] HERS = "the sound of her message".getBytes(StandardCharsets.UTF_8);

    private static RunningServer server;
    private static Martin martin;
    private static Browser admin;
    private static Browser alice;

    /** Alice talked in the call, Bob's phone rang, and Carol had nothing to do with it. */
    @BeforeEachDatabase
    static void start() throws IOException {
        server = RunningServer.demo();
        martin = new Martin(server);
        admin = Browser.signedIn(server, "admin");
        alice = Browser.signedIn(server, "alice");
        var events = new PastCall(martin.plan(), "c-past", AT).events();
        server.bean(CallHistory.class)
                .keep(
                        new LoggedCall(
                                new CallId("c-past"),
                                martin.plan(),
                                events.stream().map(LoggedEvent::event).toList()));
        recorded("r-company", "c-past", Optional.empty());
        recorded("r-alices", "c-other", Optional.of("alice"));
        recorded("r-bobs", "c-another", Optional.of("bob"));
        message("m-alice", "alice");
        message("m-bob", "bob");
        asks(
                "POST",
                "/phone/contacts",
                "{\"name\":\"=HYPERLINK(1)\",\"company\":\"\",\"note\":\"\","
                        + "\"numbers\":[{\"label\":\"\",\"number\":\"0145678901\"}]}");
        asks("POST", "/phone/calls/c-past/report", "{\"what\":\"echo\",\"note\":\"a cave\"}");
        asks("POST", "/phone/blocked", "{\"number\":\"+33145678902\"}");
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    private static void asks(String method, String path, String body) {
        assertThat(alice.ask(method, path, body, JSON).statusCode())
                .as(method + " " + path)
                .isBetween(200, 204);
    }

    private static void recorded(String id, String call, Optional<String> by) throws IOException {
        CallRecordings recordings = server.bean(CallRecordings.class);
        Files.writeString(
                recordings.begin(
                        new NewRecording(
                                new RecordingId(id),
                                Martin.ID,
                                new Of.Call(call, new Named("A", "1"), new Named("B", "2")),
                                by.map(PersonId::new),
                                AT)),
                "sound of " + id);
        recordings.closed(new RecordingId(id), Duration.ofSeconds(2), false);
        untilKept("call_recording where state = 'WHOLE' and id = ?", id);
    }

    private static void message(String id, String person) throws IOException {
        Mailboxes mailboxes = server.bean(Mailboxes.class);
        Files.write(
                mailboxes.begin(
                        new Mailboxes.NewMessage(
                                new MessageId(id),
                                Martin.ID,
                                MailboxId.of(new PersonId(person)),
                                new Named("", "+33145678903"),
                                AT)),
                HERS);
        mailboxes.recorded(new MessageId(id), Duration.ofSeconds(3));
        untilKept("voicemail_message where id = ?", id);
    }

    private static void untilKept(String what, String id) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (TestDatabase.outside(server.data())
                        .sql("select count(*) from " + what)
                        .param(id)
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(System.nanoTime()).as(id + " is kept").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static String page(String person) {
        return "/admin/people/" + martin.account(person).id() + "/export";
    }

    private static Map<String, String> archive(Browser browser, String path) throws IOException {
        HttpResponse<byte[]> answer = browser.octets(path, Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(
                        entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void anAdministratorGetsAllThatIsKeptOfAPerson() throws IOException {
        Map<String, String> files = archive(admin, page("alice"));

        assertThat(files.getOrDefault("README.txt", "")).contains("Alice").doesNotContain("{0}");
        assertThat(files.getOrDefault("profile.json", ""))
                .contains("\"userName\" : \"alice\"", "\"role\" : \"employee\"", "\"101\"")
                .doesNotContain("Bob");
        assertThat(files.getOrDefault("calls.csv", ""))
                .contains("c-past,2026-11-23T10:00:00Z", ",took,", PastCall.CALLER);
        assertThat(files.getOrDefault("call-reports.csv", "")).contains("c-past", "echo,a cave");
        assertThat(files.getOrDefault("contacts.csv", "")).contains("'=HYPERLINK(1)");
        assertThat(files.getOrDefault("blocked.json", "")).contains("+33145678902");
        assertThat(files.getOrDefault("voicemail.csv", ""))
                .contains("voicemail/m-alice.opus,2026-11-23T10:00:00Z,,+33145678903,3");
        assertThat(files.getOrDefault("voicemail/m-alice.opus", ""))
                .isEqualTo(new String(HERS, StandardCharsets.UTF_8));
        assertThat(files)
                .containsEntry("recordings/r-company.opus", "sound of r-company")
                .containsEntry("recordings/r-alices.opus", "sound of r-alices")
                .doesNotContainKeys("recordings/r-bobs.opus", "voicemail/m-bob.opus");
        assertThat(files.getOrDefault("sessions.csv", "")).contains("127.0.0.1");
        assertThat(files.getOrDefault("audit-log.csv", ""))
                .contains("LOG_IN", "PERSON_EXPORTED,Alice (alice)")
                .doesNotContain("(bob)");
        String log = admin.get("/admin/audit-log").body();
        assertThat(log).contains("Took an archive of what is kept of Alice (alice)");
        assertThat(log).as("recordings were fetched").contains("r-company");
    }

    @Test
    void whoseAPhoneOnlyRangGetsTheCallAndNotItsRecording() throws IOException {
        Map<String, String> files = archive(admin, page("bob"));

        assertThat(files.getOrDefault("calls.csv", "")).contains("c-past", ",rang,");
        assertThat(files)
                .containsKey("recordings/r-bobs.opus")
                .doesNotContainKeys("recordings/r-company.opus", "recordings/r-alices.opus");
    }

    @Test
    void eachOneGetsHisOwnAndHearsNoMoreThanHeMay() throws IOException {
        Map<String, String> files = archive(alice, "/account/export");

        assertThat(files)
                .containsKeys("profile.json", "calls.csv", "voicemail/m-alice.opus")
                .containsKey("recordings/r-alices.opus")
                .doesNotContainKeys("recordings/r-company.opus", "recordings/r-bobs.opus");
        assertThat(alice.get("/account").body()).contains("href=\"/account/export\"");
        assertThat(alice.get(page("bob")).statusCode()).isEqualTo(403);
        assertThat(admin.get("/admin/people/nobody/export").statusCode()).isEqualTo(404);
    }

    @Test
    void noSecretIsInIt() throws IOException {
        String all = String.join("\n", archive(admin, page("admin")).values());

        assertThat(all.toLowerCase(Locale.ROOT))
                .doesNotContain("argon2", "sonnerie-demo", "hash", "246810");
    }
}
