package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.fake.OneCompany;
import org.springframework.dao.DataAccessResourceFailureException;

/** Each call that is over goes to the archive, whatever happens to the database. */
@BothDatabases("CallLogs")
class EndedCallsIT {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir Path folder;
    private final OneCompany company = new OneCompany();
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private LogBench bench;
    private GroupCommitLog log;
    private EndedCalls ended;

    @BeforeEach
    void open() throws SQLException {
        bench = new LogBench(folder);
        log = bench.log(bench.breakable);
        ended = keepers(_ -> {});
    }

    @AfterEach
    void close() {
        ended.stop();
        log.close();
        bench.close();
    }

    private EndedCalls keepers(Consumer<String> hindrance) {
        var logs = new CallLogs(bench.tables(), bench.codec, company);
        return new EndedCalls(
                logs,
                call -> {
                    hindrance.accept(call.id().text());
                    kept.add(call.id() + " " + call.events().size());
                },
                bench.ended,
                InstantSource.system());
    }

    /** Anna calls ben and gives up. */
    private void callEnds(String id) {
        var call = new CallId(id);
        var leg = Call.callerOf(call);
        var ben = new Destination.ToPerson(OneCompany.BEN);
        append(call, 1, new CallEvent.Dialled(AT, leg, OneCompany.ANNA, "12", ben), false);
        append(call, 2, new CallEvent.LegEnded(AT, leg, EndReason.HUNG_UP), true);
    }

    private void append(CallId call, long sequence, CallEvent event, boolean last) {
        var plan = company.all().getFirst();
        log.append(new LoggedEvent(plan.company(), call, plan.version(), sequence, event, last));
    }

    private List<String> inLog(String condition) {
        return bench.database.texts(
                "select call_id from call_log where " + condition + " order by call_id");
    }

    private void untilMarked(int calls) {
        DeskBench.until(
                calls + " calls are marked",
                () -> inLog("recorded_at is not null").size() == calls);
    }

    @Test
    void aCallIsKeptOnceItsEndIsWritten() {
        ended.start();
        callEnds("c1");
        untilMarked(1);
        callEnds("c2");
        untilMarked(2);

        assertThat(kept).containsExactly("c1 2", "c2 2");
    }

    @Test
    void whatEndedBeforeTheStartIsKeptAtTheStart() {
        callEnds("c1");
        callEnds("c2");
        ended.start();
        untilMarked(2);

        assertThat(kept).containsExactly("c1 2", "c2 2");
    }

    @Test
    void callsThatEndedWhileTheDatabaseWasAwayAreKeptOnceItIsBack() {
        ended.start();
        bench.breakable.fail(true);
        callEnds("c1");
        callEnds("c2");
        assertThat(log.journaledTotal()).isPositive();
        assertThat(kept).isEmpty();

        bench.breakable.fail(false);
        LogBench.untilCaughtUp(log);
        untilMarked(2);
        assertThat(kept).containsExactlyInAnyOrder("c1 2", "c2 2");
    }

    @Test
    void anArchiveThatCouldNotKeepItIsAskedAgain() {
        var failures = new CopyOnWriteArrayList<String>();
        ended =
                keepers(call -> {
                    if (failures.addIfAbsent(call)) {
                        throw new DataAccessResourceFailureException("away, on purpose");
                    }
                });
        ended.start();
        callEnds("c1");
        untilMarked(1);

        assertThat(kept).containsExactly("c1 2");
    }

    @Test
    void aCallThatMakesNoRecordKeepsNoOtherFromHavingOne() {
        ended =
                keepers(call -> {
                    if (call.equals("c1")) {
                        throw new IllegalStateException("a defect, on purpose");
                    }
                });
        callEnds("c1");
        callEnds("c2");
        ended.start();
        untilMarked(1);

        assertThat(kept).containsExactly("c2 2");
        assertThat(inLog("set_aside = 'NOT_REPLAYABLE'")).containsExactly("c1");
    }
}
