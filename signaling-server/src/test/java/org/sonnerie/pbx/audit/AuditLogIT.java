package org.sonnerie.pbx.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.fake.AuthenticatorApp;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.tables.Tables;
import org.sonnerie.pbx.trunkaccounts.TrunkAccounts;
import org.sonnerie.pbx.trunkaccounts.TrunkSecret;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an admin's work leaves in the log, and what becomes of whoever writes in it. */
@BothDatabases("AuditRows")
class AuditLogIT {
    private static final String PAGE = "/admin/audit-log";
    private static final String DRAFT = "/api/v1/plan/draft";
    private static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final Actor SOMEBODY = new Actor("alice", "Alice", "", "192.0.2.1");

    private RunningServer server = RunningServer.demo();
    private Browser admin = new Browser(server);
    private CompanyId company = new CompanyId("none");
    private final Executor threads = Thread::startVirtualThread;

    @BeforeEach
    void signIn() {
        admin = Browser.signedIn(server, "admin");
        company = server.bean(Published.class).all().getFirst().company();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private AuditLog log() {
        return server.bean(AuditLog.class);
    }

    private List<AuditEntry> entries() {
        return log().page(company, ALL, Optional.empty(), AuditLog.LONGEST_PAGE).entries();
    }

    private AuditEntry newest() {
        return entries().getFirst();
    }

    private HttpResponse<String> ask(String method, String path, String body) {
        return admin.ask(method, path, body, Map.of("Content-Type", "application/json"));
    }

    private String document() {
        return admin.get("/api/v1/plan").body();
    }

    @Test
    void thePlansFateIsTold() {
        ask("PUT", DRAFT, document().replace("\"Alice\"", "\"Alicia\""));
        ask("POST", "/api/v1/plan/publish", "");

        assertThat(newest().action()).isEqualTo("PLAN_PUBLISHED");
        assertThat(newest().subject()).isEqualTo("2");
        assertThat(newest().actor()).isEqualTo(new Actor("admin", "Admin", "", "127.0.0.1"));
        assertThat(newest().changes())
                .containsExactly(new AuditChange("person \"Alice\", name", "Alice", "Alicia"));

        ask("POST", "/api/v1/plan/undo", "");
        assertThat(newest().action()).isEqualTo("PLAN_UNDONE");
        assertThat(newest().changes())
                .containsExactly(new AuditChange("person \"Alicia\", name", "Alicia", "Alice"));

        ask("PUT", DRAFT, document().replace("\"Bob\"", "\"Bobby\""));
        ask("DELETE", DRAFT, "");
        assertThat(newest().action()).isEqualTo("DRAFT_DISCARDED");
        assertThat(newest().changes())
                .containsExactly(new AuditChange("person \"Bob\", name", "Bob", "Bobby"));
        assertThat(log().verify(company)).isInstanceOf(ChainState.Whole.class);
    }

    @Test
    void peopleAndTheirPasswordsAreTold() {
        String wish = "{\"userName\":\"dora\",\"name\":\"Dora Blanc\",\"role\":\"admin\"}";
        String added = ask("POST", "/api/v1/people", wish).body();
        assertThat(newest().action()).isEqualTo("PERSON_ADDED");
        assertThat(newest().subject()).isEqualTo("Dora Blanc (dora)");
        assertThat(newest().changes()).containsExactly(new AuditChange("", "", "admin"));
        int before = entries().size();

        assertThat(ask("POST", "/api/v1/people", wish).statusCode()).isEqualTo(409);
        assertThat(entries()).as("nobody was added").hasSize(before);

        String id = added.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        String again = ask("POST", "/api/v1/people/" + id + "/link", "").body();
        assertThat(newest().action()).isEqualTo("PERSON_INVITED_AGAIN");

        String link = again.replaceAll(".*\"path\":\"([^\"]+)\".*", "$1");
        new Browser(server).submit(link, link, Map.of("password", "words of her own"));
        assertThat(newest().action()).isEqualTo("PASSWORD_CHOSEN");
        assertThat(newest().actor().name()).isEqualTo("Dora Blanc");
        assertThat(entries().toString()).doesNotContain("words of her own", link);
    }

    @Test
    void signingInAndOutIsToldWithTheAddress() {
        Browser alice = Browser.signedIn(server, "alice");
        assertThat(newest().action()).isEqualTo("LOG_IN");
        assertThat(newest().actor()).isEqualTo(new Actor("alice", "Alice", "", "127.0.0.1"));

        alice.post("/logout");
        assertThat(newest().action()).isEqualTo("LOG_OUT");
        assertThat(newest().actor().person()).isEqualTo("alice");

        for (int i = 0; i < 12; i++) {
            new Browser(server).signIn("bob", "guess");
        }
        assertThat(entries().stream().map(AuditEntry::action).limit(9))
                .as("whoever goes on guessing does not fill the log")
                .startsWith("LOG_IN_LOCKED", "LOG_IN_REFUSED")
                .containsOnlyOnce("LOG_IN_LOCKED");

        int before = entries().size();
        new Browser(server).signIn("nobody-here", "guess");
        assertThat(entries()).hasSize(before);
    }

    @Test
    void whatTheAdminsPagesChangeIsTold() {
        FormPage.open(admin, "/admin/people/bob")
                .with("name", "Robert")
                .with("role", "admin")
                .send();
        assertThat(entries().stream().map(AuditEntry::action).limit(2))
                .containsExactly("PERSON_CHANGED", "PLAN_PUBLISHED");
        assertThat(newest().subject()).isEqualTo("Robert (bob)");
        assertThat(newest().changes())
                .containsExactly(
                        new AuditChange("", "Bob", "Robert"),
                        new AuditChange("", "employee", "admin"));

        ask("PUT", DRAFT, document().replace("\"Alice\"", "\"Alicia\""));
        String revision =
                admin.get("/admin/call-flows")
                        .body()
                        .replaceAll("(?s).*name=\"revision\" value=\"([^\"]+)\".*", "$1");
        admin.submit(
                "/admin/call-flows", "/admin/call-flows/publish", Map.of("revision", revision));
        assertThat(newest().action()).isEqualTo("PLAN_PUBLISHED");
        assertThat(newest().actor().name()).isEqualTo("Admin");
        assertThat(newest().changes())
                .containsExactly(new AuditChange("person \"Alice\", name", "Alice", "Alicia"));
        assertThat(log().verify(company)).isInstanceOf(ChainState.Whole.class);
    }

    @Test
    void whatSomebodySignsInWithIsTold() {
        server.clock().stop();
        Browser alice = Browser.signedIn(server, "alice");
        Map<String, String> password = Map.of("password", "sonnerie-demo");
        alice.submit("/account", "/account/second-factor", password);
        alice.submit("/account", "/account/second-factor/cancel", Map.of());
        assertThat(newest().action()).as("it was never on").isEqualTo("LOG_IN");

        alice.submit("/account", "/account/second-factor", password);
        AuthenticatorApp app = AuthenticatorApp.reading(alice.get("/account").body());
        String code = app.code(server.clock().instant());
        alice.submit("/account", "/account/second-factor/confirm", Map.of("code", code));
        assertThat(newest().action()).isEqualTo("SECOND_FACTOR_ON");
        assertThat(newest().subject()).isEqualTo("Alice");
        alice.submit("/account", "/account/second-factor/codes", password);
        assertThat(newest().action()).isEqualTo("RECOVERY_CODES_MADE");

        server.clock().ahead(Duration.ofMinutes(1));
        Browser again = new Browser(server);
        again.signIn("alice", "sonnerie-demo");
        assertThat(newest().action()).as("half").isEqualTo("RECOVERY_CODES_MADE");
        again.submit("/login/code", "/login/code", Map.of("code", "no code"));
        assertThat(newest().action()).isEqualTo("CODE_REFUSED");
        String now = app.code(server.clock().instant());
        again.submit("/login/code", "/login/code", Map.of("code", now));
        assertThat(newest().action()).isEqualTo("LOG_IN");
        assertThat(newest().actor()).isEqualTo(new Actor("alice", "Alice", "", "127.0.0.1"));

        again.submit("/account", "/account/second-factor/off", password);
        assertThat(newest().action()).isEqualTo("SECOND_FACTOR_OFF");
        again.submit(
                "/account",
                "/account/password",
                Map.of("password", "sonnerie-demo", "chosen", "words of her own"));
        assertThat(newest().action()).isEqualTo("PASSWORD_CHOSEN");
        assertThat(entries().toString()).doesNotContain("words of her own", code, now);
    }

    @Test
    void aPasskeyThatIsTakenAwayIsTold() {
        String owner =
                "insert into passkey_owner (person_id, company_id, user_handle)"
                        + " values (?, ?, ?)";
        JdbcClient database = server.bean(Tables.class).of(company);
        database.sql(owner).params("alice", company.text(), "handle").update();
        database.sql(
                        "insert into passkey (credential_id, company_id, person_id, label,"
                                + " public_key, signature_count, uv_initialized, transports,"
                                + " backup_eligible, backup_state, attestation, client_data,"
                                + " made_at) values ('key-1', ?, 'alice', 'Notebook', ?, 0, true,"
                                + " '', false, false, ?, ?, ?)")
                .params(
                        company.text(),
                        new byte[1],
                        new byte[1],
                        new byte[1],
                        server.clock().instant().atOffset(ZoneOffset.UTC))
                .update();

        Browser.signedIn(server, "alice")
                .submit("/account", "/account/passkeys/key-1/remove", Map.of());

        assertThat(newest().action()).isEqualTo("PASSKEY_REMOVED");
        assertThat(newest().subject()).isEqualTo("Notebook");
    }

    @Test
    void aTrunksPasswordIsToldWithoutItself() {
        TrunkId trunk = new TrunkId("loopback");
        server.bean(TrunkAccounts.class).set(company, trunk, new TrunkSecret("hush-hush"));

        assertThat(newest().action()).isEqualTo("TRUNK_SECRET_SET");
        assertThat(newest().actor()).isEqualTo(Actor.server());
        assertThat(entries().toString()).doesNotContain("hush-hush");
    }

    @Test
    void thePageTellsFiltersAndExports() {
        ask("POST", "/api/v1/people", "{\"userName\":\"eve\",\"name\":\"=HYPERLINK(1)\"}");

        String page = admin.get(PAGE).body();
        assertThat(page)
                .contains("Audit log", "The chain is whole", "Added =HYPERLINK(1) (eve)")
                .contains("Admin signed in", "127.0.0.1");
        assertThat(admin.get(PAGE + "?kind=people").body())
                .contains("Added =HYPERLINK(1)")
                .doesNotContain("signed in");
        assertThat(admin.get(PAGE + "?person=bob").body()).contains("There is no such entry.");
        assertThat(admin.get(PAGE + "?from=soon").body()).contains("role=\"alert\"");
        assertThat(admin.get(PAGE + "?kind=nothing").body()).contains("role=\"alert\"");

        HttpResponse<String> file = admin.get(PAGE + "/export?kind=people");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).contains("text/csv");
        assertThat(file.body()).contains("Admin,admin,,127.0.0.1,").doesNotContain("signed in");
        assertThat(admin.get(PAGE + "/export?from=soon").statusCode()).isEqualTo(400);
        assertThat(Browser.signedIn(server, "alice").get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    void noFieldOfTheFileIsAFormulaAndNoEntryIsTwoLines() {
        Actor eve = new Actor("eve", "=1+1\n2026,forged", "@token", "192.0.2.1");
        log().record(company, eve, AuditAction.PROMPT_ADDED, "a\r\nb", "-1", "+2");

        String file = admin.get(PAGE + "/export?person=eve").body();
        assertThat(file.lines()).hasSize(2);
        assertThat(file).contains("'=1+1\uFFFD2026,forged", ",'@token,", ",'-1 → +2,");
    }

    @Test
    void whoeverChangesOrTakesOutARowIsFoundOut() {
        JdbcClient database = server.bean(Tables.class).of(company);
        for (int i = 0; i < 5; i++) {
            log().record(company, SOMEBODY, AuditAction.PROMPT_ADDED, "p" + i, List.of());
        }
        long last = newest().number();
        assertThat(log().verify(company)).isEqualTo(new ChainState.Whole(last, newest().hash()));

        String change = "update audit_entry set subject = ?, action = ? where entry_number = ?";
        database.sql(change).params("p9", "NO_SUCH", last - 2).update();
        assertThat(log().verify(company)).isEqualTo(new ChainState.Changed(last - 2));
        assertThat(admin.get(PAGE).body())
                .contains("The chain is broken: entry " + (last - 2), "NO_SUCH p9");
        database.sql(change).params("p2", "PROMPT_ADDED", last - 2).update();
        assertThat(log().verify(company)).isInstanceOf(ChainState.Whole.class);

        database.sql("delete from audit_entry where entry_number = ?").param(last).update();
        assertThat(log().verify(company)).isEqualTo(new ChainState.Missing(last));
        database.sql("delete from audit_entry where entry_number = ?").param(last - 3).update();
        assertThat(log().verify(company)).isEqualTo(new ChainState.Missing(last - 3));
    }

    @Test
    void aRowBehindTheEndIsFoundOut() {
        AuditEntry end = newest();
        server.bean(Tables.class)
                .of(company)
                .sql(
                        "insert into audit_entry select company_id, entry_number + 1, happened_at,"
                                + " actor_id, actor_name, actor_token, actor_address, action,"
                                + " subject, changes, entry_hash from audit_entry"
                                + " where entry_number = ?")
                .param(end.number())
                .update();

        assertThat(log().verify(company)).isEqualTo(new ChainState.Changed(end.number() + 1));
    }

    @Test
    void manyAtOnceMakeOneChain() {
        long before = newest().number();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i : IntStream.range(0, 40).toArray()) {
            all.add(
                    CompletableFuture.runAsync(
                            () ->
                                    log().record(
                                                    company,
                                                    SOMEBODY,
                                                    AuditAction.PROMPT_ADDED,
                                                    "p" + i,
                                                    List.of()),
                            threads));
        }
        all.forEach(CompletableFuture::join);

        assertThat(log().verify(company))
                .isEqualTo(new ChainState.Whole(before + 40, newest().hash()));
    }

    @Test
    void anEntryGoesWithTheChangeItIsPartOf() {
        long before = newest().number();
        Tables tables = server.bean(Tables.class);

        assertThatThrownBy(() ->
                        tables.together(
                                company,
                                () -> {
                                    log().record(
                                                    company,
                                                    SOMEBODY,
                                                    AuditAction.PROMPT_ADDED,
                                                    "p",
                                                    List.of());
                                    throw new IllegalStateException("the change failed");
                                }))
                .hasMessage("the change failed");
        assertThat(newest().number()).isEqualTo(before);
        assertThat(log().verify(company)).isInstanceOf(ChainState.Whole.class);
    }

    @Test
    void whatIsDoneInManyStepsIsWrittenOnceInAWhile() {
        Duration pause = Duration.ofMinutes(10);
        long before = newest().number();
        for (int i = 0; i < 3; i++) {
            log().recordOnce(company, SOMEBODY, AuditAction.RECORDING_FETCHED, "r", pause);
        }
        log().recordOnce(company, SOMEBODY, AuditAction.RECORDING_FETCHED, "other", pause);
        assertThat(newest().number()).isEqualTo(before + 2);

        server.clock().ahead(Duration.ofMinutes(11));
        log().recordOnce(company, SOMEBODY, AuditAction.RECORDING_FETCHED, "r", pause);
        assertThat(newest().number()).isEqualTo(before + 3);
    }
}
