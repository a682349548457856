package org.sonnerie.pbx.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.EveryText;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.runtime.CallRecordings;
import org.sonnerie.pbx.runtime.EventLog;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.Mailboxes;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** People who have left stand nowhere any more under their names, but in the audit log. */
@BothDatabases({"Leavers", "PlanNames", "LeaverRecords", "NamedRows", "WrittenNames"})
class LeaversIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PAGE = "/admin/privacy";
    private static final PersonId ALICE = new PersonId("alice");
    private static final PersonId ZOE = new PersonId("p-1");
    private static final PersonId SAME = new PersonId("p-2");
    private static final String NAME = "Zoe Zwicky";
    private static final String EXTENSION = "4817";
    private static final String FORMER = "Former colleague 1";

    private RunningServer server = RunningServer.demo();
    private CompanyPlan first = plan();
    private String document = server.bean(Published.class).document(first.company());
    private Browser admin = new Browser(server);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void start() {
        admin = Browser.signedIn(server, "admin");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CompanyPlan plan() {
        return server.bean(Published.class).all().getFirst();
    }

    /** Somebody has a phone from now on. */
    private CompanyPlan comes(PersonId id, String name, String extension) {
        ObjectNode all = (ObjectNode) JSON.readTree(current());
        ObjectNode phone = ((ObjectNode) all.path("people").get(0)).deepCopy();
        phone.put("id", id.text()).put("name", name).put("extension", extension);
        phone.put("email", "zoe@example.org").put("department", "Bakery");
        ((ArrayNode) all.path("people")).add(phone);
        return server.bean(Published.class).publish(first.company(), all.toString());
    }

    private String current() {
        return server.bean(Published.class).document(first.company());
    }

    private void goes(PersonId id) {
        ObjectNode all = (ObjectNode) JSON.readTree(current());
        ArrayNode people = (ArrayNode) all.path("people");
        int at =
                IntStream.range(0, people.size())
                        .filter(i -> people.get(i).path("id").asString("").equals(id.text()))
                        .findFirst()
                        .orElseThrow();
        people.remove(at);
        server.bean(Published.class).publish(first.company(), all.toString());
    }

    private void keep(String id, CompanyPlan plan, CallEvent... events) {
        CallId call = new CallId(id);
        for (int i = 0; i < events.length; i++) {
            server.bean(EventLog.class)
                    .append(
                            new LoggedEvent(
                                    plan.company(),
                                    call,
                                    plan.version(),
                                    i + 1L,
                                    events[i],
                                    i == events.length - 1));
        }
        until("call_record where counted = true and call_id = ?", id);
    }

    private void talk(String id, CompanyPlan plan, PersonId from, String dialled, Destination to) {
        LegId caller = Call.callerOf(new CallId(id));
        LegId callee = new LegId(id + "-2");
        Instant at = now.minusSeconds(600);
        keep(
                id,
                plan,
                new CallEvent.Dialled(at, caller, from, dialled, to),
                new CallEvent.LegRinging(at.plusSeconds(1), callee),
                new CallEvent.LegAnswered(at.plusSeconds(4), callee),
                new CallEvent.LegEnded(at.plusSeconds(30), caller, EndReason.HUNG_UP));
    }

    /** Somebody types letters of names. */
    private void typed(String id, CompanyPlan plan, char digit) {
        LegId caller = Call.callerOf(new CallId(id));
        Instant at = now.minusSeconds(600);
        keep(
                id,
                plan,
                new CallEvent.Dialled(at, caller, ALICE, "*411", new Destination.ToDirectory()),
                new CallEvent.DigitPressed(at.plusSeconds(3), caller, digit),
                new CallEvent.LegEnded(at.plusSeconds(5), caller, EndReason.HUNG_UP));
    }

    private void message(String id, Named from) throws IOException {
        Mailboxes mailboxes = server.bean(Mailboxes.class);
        var message =
                new Mailboxes.NewMessage(
                        new MessageId(id), first.company(), MailboxId.of(ALICE), from, now);
        Files.writeString(mailboxes.begin(message), "sound");
        mailboxes.recorded(new MessageId(id), Duration.ofSeconds(3));
        until("voicemail_message where id = ?", id);
    }

    private void recording(String id, Named one, Named other) throws IOException {
        CallRecordings recordings = server.bean(CallRecordings.class);
        var recording =
                new CallRecordings.NewRecording(
                        new RecordingId(id),
                        first.company(),
                        new CallRecordings.Of.Call("c-" + id, one, other),
                        Optional.empty(),
                        now);
        Files.writeString(recordings.begin(recording), "sound");
        recordings.closed(new RecordingId(id), Duration.ofSeconds(2), false);
        until("call_recording where state = 'WHOLE' and id = ?", id);
    }

    private JdbcClient rows() {
        return TestDatabase.outside(server.data());
    }

    private long count(String what, Object... values) {
        return rows().sql("select count(*) from " + what)
                .params(List.of(values))
                .query(Long.class)
                .single();
    }

    private void until(String what, String id) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (count(what, id) == 0) {
            assertThat(System.nanoTime()).as(id + " is kept").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** In which columns of which tables a condition holds, and how often. */
    private Map<String, Long> everywhere(String condition, String text) {
        return EveryText.where(rows(), condition, text);
    }

    private Map<String, Long> named() {
        return everywhere(" like ?", "%Zwicky%");
    }

    private void renameNow() {
        server.bean(Leavers.class).forgetOld(server.clock().instant());
    }

    private String story(String call) {
        return admin.get("/admin/history/" + call).body();
    }

    private List<String> figures() {
        return rows().sql(
                        "select concat(person_id, ' ', grain, ' ', made, ' ', answered, ' ',"
                                + " missed, ' ', talk_millis) from report_person"
                                + " order by person_id, grain")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void everythingOfZoe() throws IOException {
        CompanyPlan plan = comes(ZOE, NAME, EXTENSION);
        talk("c-to", plan, ALICE, EXTENSION, new Destination.ToPerson(ZOE));
        talk("c-from", plan, ZOE, "101", new Destination.ToPerson(ALICE));
        talk("c-others", plan, ALICE, "102", new Destination.ToPerson(new PersonId("bob")));
        typed("c-named", plan, '9');
        typed("c-typed", plan, '2');
        message("m-hers", new Named(NAME, EXTENSION));
        recording("r-hers", new Named(NAME, EXTENSION), new Named("Alice", "101"));
        recording("r-too", new Named("Alice", "101"), new Named(NAME, EXTENSION));
        rows().sql(
                        "insert into company_event (company_id, event_number, event_id, event_type,"
                                + " happened_at, body) values (?, 900, 'e-hers', 'call.ended', ?,"
                                + " ?)")
                .params(
                        first.company().text(),
                        now.atOffset(ZoneOffset.UTC),
                        "{\"name\":\"" + NAME + "\"}")
                .update();
        goes(ZOE);
    }

    @Test
    void whoeverHasLeftIsAPseudonymEverywhereButInTheAuditLog() throws IOException {
        everythingOfZoe();
        assertThat(named().keySet())
                .contains(
                        "company_plan body",
                        "call_record led_to_name",
                        "call_record caller_name",
                        "call_record_leg shown_name",
                        "voicemail_message caller_name",
                        "call_recording one_name",
                        "call_recording other_name",
                        "company_event body");
        assertThat(everywhere(" = ?", EXTENSION)).hasSizeGreaterThan(6);
        assertThat(story("c-to")).contains(NAME);
        List<String> before = figures();
        assertThat(before).isNotEmpty();
        assertThat(FormPage.form(admin, PAGE, "/leavers").with("leaverDays", "0").send().status())
                .isEqualTo(302);

        server.bean(CallRetention.class).forget();

        assertThat(named().keySet()).allMatch(spot -> spot.startsWith("audit_entry "));
        assertThat(everywhere(" like ?", "%zoe@example.org%").keySet())
                .allMatch(spot -> spot.startsWith("audit_entry "));
        assertThat(everywhere(" = ?", EXTENSION)).isEmpty();
        assertThat(figures()).isEqualTo(before);
        assertThat(story("c-to")).contains(FORMER, "Alice").doesNotContain("Zwicky");
        assertThat(story("c-from")).contains(FORMER, "Alice").doesNotContain("Zwicky");
        assertThat(story("c-others")).contains("Bob").doesNotContain(FORMER);
        assertThat(admin.get("/admin/history").body()).contains(FORMER).doesNotContain("Zwicky");
        assertThat(admin.get("/admin/reports").body()).contains(FORMER);
        assertThat(admin.get("/admin/audit-log").body())
                .contains("is “" + FORMER + "” from now on", "people who have left");
        assertThat(Browser.signedIn(server, "alice").get("/phone/voicemail").body())
                .contains(FORMER)
                .doesNotContain("Zwicky");
    }

    @Test
    void aStoryThatWouldGoAnotherWayIsForgottenAndItsRecordStays() throws IOException {
        everythingOfZoe();
        assertThat(story("c-named")).doesNotContain("no longer kept");
        server.bean(Leavers.class).rename(first.company(), Optional.of(0));

        renameNow();

        assertThat(story("c-named")).contains("The story of this call is no longer kept", "Alice");
        assertThat(count("call_event where call_id = 'c-named'")).isZero();
        assertThat(count("call_record where call_id = 'c-named'")).isEqualTo(1);
        assertThat(story("c-typed")).doesNotContain("no longer kept");
        assertThat(Stream.of("c-to", "c-from", "c-others").map(this::story))
                .noneMatch(page -> page.contains("no longer kept"));
    }

    @Test
    void ofTwoWithOneNameOnlyTheOneWhoHasLeftIsRenamed() {
        comes(ZOE, NAME, EXTENSION);
        CompanyPlan plan = comes(SAME, NAME, "4900");
        talk("c-to", plan, ALICE, EXTENSION, new Destination.ToPerson(ZOE));
        talk("c-same", plan, ALICE, "4900", new Destination.ToPerson(SAME));
        goes(ZOE);
        server.bean(Leavers.class).rename(first.company(), Optional.of(0));

        renameNow();

        assertThat(story("c-to")).contains(FORMER).doesNotContain("Zwicky");
        assertThat(story("c-same")).contains(NAME).doesNotContain(FORMER);
        goes(SAME);
        renameNow();
        renameNow();
        assertThat(story("c-same")).contains("Former colleague 2").doesNotContain("Zwicky");
        assertThat(count("former_person")).isEqualTo(2);
    }

    @Test
    void namesStayUntilTheirTimeIsOverAndForGoodWhereNoneIsSet() {
        CompanyPlan plan = comes(ZOE, NAME, EXTENSION);
        talk("c-to", plan, ALICE, EXTENSION, new Destination.ToPerson(ZOE));
        goes(ZOE);
        server.clock().ahead(Duration.ofDays(4_000));
        renameNow();
        assertThat(count("former_person")).as("none is set").isZero();

        server.bean(Leavers.class).rename(first.company(), Optional.of(30));
        server.clock().ahead(Duration.ofDays(29));
        renameNow();
        assertThat(count("former_person")).as("not yet").isZero();
        server.clock().ahead(Duration.ofDays(31));
        renameNow();
        assertThat(count("former_person")).isEqualTo(1);
    }

    @Test
    void whoeverHasAnAccountOrStandsInTheDraftHasNotLeft() {
        comes(ZOE, NAME, EXTENSION);
        Account account = new Account(ZOE, first.company(), "zoe.zwicky", NAME, Role.EMPLOYEE);
        server.bean(People.class).add(account, "none");
        goes(ZOE);
        server.bean(Leavers.class).rename(first.company(), Optional.of(0));
        renameNow();
        assertThat(count("former_person")).as("she has an account").isZero();

        server.bean(People.class).remove(account);
        renameNow();
        assertThat(count("former_person")).isEqualTo(1);
        assertThat(named().keySet()).allMatch(spot -> spot.startsWith("audit_entry "));
    }

    @Test
    void theNewestPlanIsLeftAsItIs() {
        String before = document;
        comes(ZOE, NAME, EXTENSION);
        goes(ZOE);
        server.bean(Leavers.class).rename(first.company(), Optional.of(0));
        renameNow();

        assertThat(JSON.readTree(current())).isEqualTo(JSON.readTree(before));
        assertThat(
                        server.bean(Published.class)
                                .version(first.company(), 2)
                                .orElseThrow()
                                .person(ZOE))
                .hasValueSatisfying(person -> {
                    assertThat(person.name()).isEqualTo(FORMER);
                    assertThat(person.extension()).isEqualTo(EXTENSION);
                    assertThat(person.contact().email()).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "3651", "1.5", "soon"})
    void aTimeThatCannotBeIsRefusedBesideTheField(String days) {
        FormPage page = FormPage.form(admin, PAGE, "/leavers").with("leaverDays", days).sentBack();

        assertThat(page.problem("leaverDays")).contains("from 0 to 3,650");
        assertThat(page.value("leaverDays")).isEqualTo(days);
        assertThat(server.bean(Leavers.class).days(first.company())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", " 3650 "})
    void theEdgesCanBeSetAndTakenBack(String days) {
        FormPage.form(admin, PAGE, "/leavers").with("leaverDays", days).send();
        assertThat(server.bean(Leavers.class).days(first.company()))
                .contains(Integer.parseInt(days.strip()));

        FormPage.form(admin, PAGE, "/leavers").with("leaverDays", "").send();
        assertThat(server.bean(Leavers.class).days(first.company())).isEmpty();
    }
}
