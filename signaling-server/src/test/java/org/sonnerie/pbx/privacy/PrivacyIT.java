package org.sonnerie.pbx.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.audit.AuditRetention;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.EveryText;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.PastCall;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.CallRecordings;
import org.sonnerie.pbx.runtime.EventLog;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.Mailboxes;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is kept of a number can be erased, and calls go when they are too old; nothing else does.
 */
@BothDatabases({
    "CompanyDays",
    "CallForgetting",
    "MessageTraces",
    "RecordingTraces",
    "ContactTraces",
    "WrittenTraces",
    "CallLogs"
})
class PrivacyIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String PAGE = "/admin/privacy";
    private static final String LOOK = "/look";
    private static final String OTHER = "+33999888777";
    private static final String DIGITS = PastCall.CALLER.substring(1);

    private static RunningServer server;
    private static CompanyPlan plan;
    private static Browser admin;
    private static Instant now;

    /** Two numbers with the same of everything; calls of yesterday, and one of last year. */
    @BeforeEachDatabase
    static void start() throws IOException {
        server = RunningServer.demo();
        plan = server.bean(Published.class).all().getFirst();
        admin = Browser.signedIn(server, "admin");
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant yesterday = now.minus(Duration.ofDays(1));
        keep(new PastCall(plan, "c-caller", yesterday).events());
        keep(call("c-other", OTHER, yesterday));
        keep(call("c-old", OTHER, now.minus(Duration.ofDays(400))));
        for (String call : List.of("c-caller", "c-other", "c-old")) {
            until("call_record where counted = true and call_id = ?", call);
        }
        message("m-caller", PastCall.CALLER);
        message("m-other", OTHER);
        recording("r-caller", PastCall.CALLER);
        recording("r-other", OTHER);
        contact("06 12 34 56 78");
        contact("0999888777");
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    private static void keep(List<LoggedEvent> events) {
        events.forEach(server.bean(EventLog.class)::append);
    }

    private static List<LoggedEvent> call(String id, String from, Instant at) {
        CallId call = new CallId(id);
        var leg = Call.callerOf(call);
        var trunk = plan.outside().trunks().getFirst().id();
        String to = "+15550100200";
        List<CallEvent> events =
                List.of(
                        new CallEvent.Arrived(
                                at,
                                leg,
                                trunk,
                                to,
                                Optional.of(from),
                                "",
                                Dialling.inbound(plan, to)),
                        new CallEvent.LegEnded(at.plusSeconds(5), leg, EndReason.HUNG_UP));
        return List.of(
                new LoggedEvent(plan.company(), call, plan.version(), 1, events.getFirst(), false),
                new LoggedEvent(plan.company(), call, plan.version(), 2, events.getLast(), true));
    }

    private static void message(String id, String from) throws IOException {
        Mailboxes mailboxes = server.bean(Mailboxes.class);
        Files.writeString(
                mailboxes.begin(
                        new Mailboxes.NewMessage(
                                new MessageId(id),
                                plan.company(),
                                MailboxId.of(new PersonId("alice")),
                                new Named("", from),
                                now)),
                "sound of " + id);
        mailboxes.recorded(new MessageId(id), Duration.ofSeconds(3));
        until("voicemail_message where id = ?", id);
    }

    private static void recording(String id, String with) throws IOException {
        CallRecordings recordings = server.bean(CallRecordings.class);
        Files.writeString(
                recordings.begin(
                        new CallRecordings.NewRecording(
                                new RecordingId(id),
                                plan.company(),
                                new CallRecordings.Of.Call(
                                        "c-" + id, new Named("", with), new Named("Alice", "101")),
                                Optional.empty(),
                                now)),
                "sound of " + id);
        recordings.closed(new RecordingId(id), Duration.ofSeconds(2), false);
        until("call_recording where state = 'WHOLE' and id = ?", id);
    }

    private static void contact(String number) {
        String body =
                "{\"name\":\"Somebody\",\"company\":\"\",\"note\":\"\",\"numbers\":[{\"label\":\"\","
                        + "\"number\":\""
                        + number
                        + "\"}]}";
        assertThat(
                        Browser.signedIn(server, "alice")
                                .ask("POST", "/phone/contacts", body, JSON)
                                .statusCode())
                .isBetween(200, 204);
    }

    private static JdbcClient rows() {
        return TestDatabase.outside(server.data());
    }

    private static long count(String what, Object... values) {
        return rows().sql("select count(*) from " + what)
                .params(List.of(values))
                .query(Long.class)
                .single();
    }

    private static void until(String what, String id) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (count(what, id) == 0) {
            assertThat(System.nanoTime()).as(id + " is kept").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** In which columns of which tables some digits stand, and how often. */
    private static Map<String, Long> everywhere(String digits) {
        return EveryText.where(rows(), " like ?", "%" + digits + "%");
    }

    private static long callsOfGroup() {
        return rows().sql("select calls from call_number where dialable = '+15550100200'")
                .query(Long.class)
                .single();
    }

    private static String look(String number) {
        return FormPage.form(admin, PAGE, LOOK).with("number", number).send().body();
    }

    @Test
    void nothingOfANumberStaysAndNothingOfAnotherGoes() {
        Map<String, Long> ofOther = everywhere(OTHER.substring(1));
        assertThat(everywhere(DIGITS)).hasSizeGreaterThan(5);
        long calls = callsOfGroup();

        assertThat(look("06 12 34 56 78"))
                .contains("Of " + PastCall.CALLER + " there are:")
                .contains("Calls, with their stories: 1")
                .contains("Messages: 1")
                .contains("Recordings: 1")
                .contains("Entries in address books: 1");
        var answer =
                FormPage.form(admin, PAGE, LOOK)
                        .with("number", PastCall.CALLER)
                        .send()
                        .form("/erase")
                        .send();
        assertThat(answer.location()).endsWith(PAGE);
        assertThat(answer.body()).contains("Erased for good");

        // The sound and its row wait for the next look for what is deleted.
        assertThat(everywhere(DIGITS).keySet())
                .containsExactlyInAnyOrder(
                        "voicemail_message caller_number", "call_recording one_number");
        assertThat(everywhere(OTHER.substring(1))).isEqualTo(ofOther);
        assertThat(callsOfGroup()).isEqualTo(calls - 1);
        assertThat(look(PastCall.CALLER)).contains("Messages: 0").contains("Recordings: 0");
        assertThat(look(OTHER)).contains("Messages: 1", "Recordings: 1", "address books: 1");
        assertThat(admin.get("/admin/history/c-caller").statusCode()).isEqualTo(404);
        assertThat(admin.get("/admin/history/c-other").statusCode()).isEqualTo(200);
        assertThat(admin.get("/admin/audit-log").body())
                .contains("Erased what was kept of the number ending in 78")
                .doesNotContain(DIGITS);
    }

    @ParameterizedTest
    @CsvSource({
        "12, This is not the whole number of somebody outside.",
        "101, This is not the whole number of somebody outside.",
        "112, This is not the whole number of somebody outside.",
        "<script>alert(1)</script>, This is not the whole number of somebody outside.",
        "+33123456789012345, This is not the whole number of somebody outside.",
        "+1 555 0100 200, This is a number of your own company."
    })
    void whatNamesNobodyOutsideIsRefusedBesideTheField(String typed, String problem) {
        FormPage page = FormPage.form(admin, PAGE, LOOK).with("number", typed).sentBack();

        assertThat(page.problem("number")).isEqualTo(problem);
        assertThat(page.value("number")).isEqualTo(typed);
        assertThat(admin.send("/admin/privacy/erase", List.of(Map.entry("number", typed))).body())
                .doesNotContain("Erased for good");
    }

    @Test
    void callsGoWhenTheyAreTooOldAndWhatReportsCountedStays() {
        long counted = count("report_day");
        assertThat(FormPage.form(admin, PAGE, "/retention").with("days", "399").send().status())
                .isEqualTo(302);

        server.bean(CallRetention.class).forget();

        assertThat(count("call_record where call_id = ?", "c-old")).isZero();
        assertThat(count("call_event where call_id = ?", "c-old")).isZero();
        assertThat(count("call_log where call_id = ?", "c-old")).isZero();
        assertThat(count("call_record where call_id = ?", "c-other")).isEqualTo(1);
        assertThat(count("report_day")).isEqualTo(counted).isPositive();
        assertThat(admin.get("/admin/audit-log").body())
                .contains("Changed for how long calls are kept");
        assertThat(FormPage.form(admin, PAGE, "/retention").with("days", "").send().status())
                .isEqualTo(302);
    }

    @Test
    void theAuditLogIsShortenedInTheSameRound() {
        AuditRetention audit = server.bean(AuditRetention.class);
        audit.keep(plan.company(), Optional.of(AuditRetention.SHORTEST_DAYS));
        server.clock().ahead(Duration.ofDays(AuditRetention.SHORTEST_DAYS + 1));
        assertThat(count("audit_entry")).isPositive();

        server.bean(CallRetention.class).forget();

        assertThat(count("audit_entry")).isZero();
        assertThat(count("audit_start")).isEqualTo(1);
        server.clock().ahead(Duration.ZERO);
        audit.keep(plan.company(), Optional.empty());
    }

    @Test
    void aCallOfThatVeryDayStays() {
        server.bean(CallRetention.class).keep(plan.company(), Optional.of(2));

        server.bean(CallRetention.class).forget();

        assertThat(count("call_record where call_id = ?", "c-other")).isEqualTo(1);
        server.bean(CallRetention.class).keep(plan.company(), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3651", "-1", "1.5", "a week"})
    void aTimeThatCannotBeIsRefusedBesideTheField(String days) {
        FormPage page = FormPage.form(admin, PAGE, "/retention").with("days", days).sentBack();

        assertThat(page.problem("days")).contains("from 1 to 3,650");
        assertThat(page.value("days")).isEqualTo(days);
        assertThat(server.bean(CallRetention.class).days(plan.company())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3650", " 30 "})
    void theEdgesCanBeSet(String days) {
        FormPage.form(admin, PAGE, "/retention").with("days", days).send();

        assertThat(server.bean(CallRetention.class).days(plan.company()))
                .contains(Integer.parseInt(days.strip()));
        server.bean(CallRetention.class).keep(plan.company(), Optional.empty());
    }
}
