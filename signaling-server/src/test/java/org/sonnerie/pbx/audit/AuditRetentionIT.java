package org.sonnerie.pbx.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.FormPage;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit log gets shorter at its old end alone, and what stays can still be checked. */
@BothDatabases("AuditStarts")
class AuditRetentionIT {
    private static final String PAGE = "/admin/privacy";
    private static final String LOG_PAGE = "/admin/audit-log";
    private static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final Actor SOMEBODY = new Actor("alice", "Alice", "", "192.0.2.1");

    private RunningServer server = RunningServer.demo();
    private CompanyId company = new CompanyId("none");

    @BeforeEach
    void start() {
        company = server.bean(Published.class).all().getFirst().company();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private AuditLog log() {
        return server.bean(AuditLog.class);
    }

    private AuditRetention retention() {
        return server.bean(AuditRetention.class);
    }

    private JdbcClient rows() {
        return server.bean(Tables.class).of(company);
    }

    private List<AuditEntry> entries() {
        return log().page(company, ALL, Optional.empty(), AuditLog.LONGEST_PAGE).entries();
    }

    private void written(int many, String what) {
        for (int i = 0; i < many; i++) {
            log().record(company, SOMEBODY, AuditAction.PROMPT_ADDED, what + i, List.of());
        }
    }

    /** From now on it is so many days later. */
    private void later(int days) {
        server.clock().ahead(Duration.ofDays(days));
    }

    private void forget() {
        retention().forgetOld(server.clock().instant());
    }

    @Test
    void whatIsTooOldGoesAndTheChainBeginsBehindIt() {
        written(3, "old");
        AuditEntry last = entries().getFirst();
        later(300);
        written(2, "new");
        later(400);
        Browser admin = Browser.signedIn(server, "admin");
        assertThat(
                        FormPage.form(admin, PAGE, "/audit-log")
                                .with("auditDays", "365")
                                .send()
                                .status())
                .isEqualTo(302);
        assertThat(entries().getFirst().action()).isEqualTo("AUDIT_RETENTION_SET");
        assertThat(entries().getFirst().changes()).containsExactly(new AuditChange("", "", "365"));
        assertThat(log().start(company)).as("nothing is removed yet").isEmpty();

        forget();

        AuditEntry newest = entries().getFirst();
        assertThat(entries().getLast().subject()).isEqualTo("new0");
        assertThat(log().start(company))
                .contains(new AuditStart(last.number(), last.at(), last.hash(), true));
        assertThat(log().verify(company))
                .isEqualTo(new ChainState.Whole(newest.number() - last.number(), newest.hash()));
        assertThat(admin.get(LOG_PAGE).body())
                .contains("The chain is whole: " + (newest.number() - last.number()) + " entries")
                .contains("begin with entry " + (last.number() + 1), last.hash())
                .contains("Entries are kept for 365 days")
                .doesNotContain("old0", "old2");
        assertThat(admin.get(LOG_PAGE + "/export").body()).contains("new0").doesNotContain("old2");
        assertThat(admin.get("/admin/people/alice/export").statusCode()).isEqualTo(200);
        assertThat(admin.get("/api/v1/audit-log/chain").body()).contains("\"whole\"");
        written(1, "after");
        assertThat(log().verify(company)).isInstanceOf(ChainState.Whole.class);
    }

    @Test
    void theBeginningMovesOnAsTimeGoesByAndAWholeLogMayGo() {
        retention().keep(company, Optional.of(365));
        // More than go in one transaction.
        written(1_100, "old");
        later(366);
        forget();
        assertThat(entries()).isEmpty();
        assertThat(log().verify(company)).isInstanceOf(ChainState.Whole.class);

        written(1, "second");
        AuditEntry second = entries().getFirst();
        assertThat(entries()).hasSize(1);
        later(2 * 366);
        written(1, "third");
        forget();
        assertThat(entries()).extracting(AuditEntry::subject).containsExactly("third0");
        assertThat(log().start(company).map(AuditStart::removed)).contains(second.number());
        assertThat(log().verify(company))
                .isEqualTo(new ChainState.Whole(1, entries().getFirst().hash()));
    }

    @Test
    void withoutATimeOfItsOwnALogStays() {
        written(2, "old");
        later(4_000);
        forget();

        assertThat(entries()).extracting(AuditEntry::subject).contains("old0", "old1");
        assertThat(log().start(company)).isEmpty();
    }

    @Test
    void whatSomebodyChangedDoesNotGoUnseen() {
        written(3, "old");
        long changed = entries().getFirst().number() - 1;
        retention().keep(company, Optional.of(365));
        rows().sql("update audit_entry set subject = 'x' where entry_number = ?")
                .param(changed)
                .update();
        later(400);
        forget();

        assertThat(log().start(company)).isEmpty();
        assertThat(log().verify(company)).isEqualTo(new ChainState.Changed(changed));
    }

    @Test
    void nobodyElseMovesTheBeginning() {
        written(2, "old");
        retention().keep(company, Optional.of(365));
        later(400);
        written(3, "new");
        forget();
        AuditEntry second =
                entries().stream()
                        .filter(entry -> entry.subject().equals("new1"))
                        .findFirst()
                        .orElseThrow();
        rows().sql("delete from audit_entry where entry_number <= ?")
                .param(second.number())
                .update();
        assertThat(log().verify(company)).isEqualTo(new ChainState.Missing(second.number() - 1));
        rows().sql("update audit_start set entry_number = ?, entry_hash = ?")
                .params(second.number(), second.hash())
                .update();

        assertThat(log().verify(company)).isEqualTo(new ChainState.Missing(second.number()));
        assertThat(Browser.signedIn(server, "admin").get(LOG_PAGE).body())
                .contains("The chain is broken: entry " + second.number());
        later(2 * 400);
        forget();
        assertThat(entries()).as("it is not cut off further").isNotEmpty();
    }

    @Test
    void whoeverWritesMeanwhileIsChained() {
        retention().keep(company, Optional.of(365));
        written(600, "old");
        later(400);
        var writing = CompletableFuture.runAsync(() -> written(50, "new"));
        forget();
        writing.join();

        assertThat(log().verify(company)).isInstanceOf(ChainState.Whole.class);
        assertThat(entries()).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"364", "3651", "0", "-1", "365.5", "for ever"})
    void aTimeThatCannotBeIsRefusedBesideTheField(String days) {
        Browser admin = Browser.signedIn(server, "admin");
        FormPage page = FormPage.form(admin, PAGE, "/audit-log").with("auditDays", days).sentBack();

        assertThat(page.problem("auditDays")).contains("from 365 to 3,650");
        assertThat(page.value("auditDays")).isEqualTo(days);
        assertThat(retention().days(company)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"365", " 3650 "})
    void theEdgesCanBeSetAndTakenBack(String days) {
        Browser admin = Browser.signedIn(server, "admin");
        FormPage.form(admin, PAGE, "/audit-log").with("auditDays", days).send();
        assertThat(retention().days(company)).contains(Integer.parseInt(days.strip()));

        FormPage.form(admin, PAGE, "/audit-log").with("auditDays", "").send();
        assertThat(retention().days(company)).isEmpty();
    }
}
