package org.sonnerie.pbx.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
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
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
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
