package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.runtime.EventLog.EventLogUnavailable;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.LogState.Place;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** A long outage of the database. */
@BothDatabases("CallEventStore")
class OutageIT {
    private static final long SMALL_JOURNAL = 20_000;

    @TempDir Path folder;
    private LogBench bench;

    @BeforeEach
    void open() {
        bench = new LogBench(folder);
    }

    @AfterEach
    void close() {
        bench.breakable.release();
        bench.close();
    }

    private static boolean taken(EventLog log, LoggedEvent event) {
        try {
            log.append(event);
            return true;
        } catch (EventLogUnavailable _) {
            return false;
        }
    }

    private List<String> sequences(String call) {
        return bench.database.texts(
                "select sequence from call_event where call_id = ? order by sequence", call);
    }

    @Test
    void aFullJournalStopsNewCallsAndLaterAllIsWrittenInOrderOnce()
            throws SQLException, IOException {
        var events = LogBench.history("c1", 20);
        try (var log = bench.log(bench.breakable, 10_000, SMALL_JOURNAL)) {
            bench.breakable.fail(true);
            long taken = events.stream().filter(event -> taken(log, event)).count();

            assertThat(taken).isPositive().isEqualTo(bench.journaled().size());
            assertThat(taken).as("the rest is held in memory").isLessThan(events.size());
            assertThat(Files.size(bench.journalFile())).isLessThanOrEqualTo(SMALL_JOURNAL);
            assertThat(log.takesNewCalls()).isFalse();

            bench.breakable.fail(false);
            LogBench.untilCaughtUp(log);

            assertThat(log.takesNewCalls()).isTrue();
            assertThat(log.lostTotal()).isZero();
            assertThat(log.unfinished().readable()).containsExactly(events);
            assertThat(bench.journalFile()).doesNotExist();
        }
    }

    @Test
    void aCallThatCouldNotBeginIsNotTakenUpLater() throws SQLException, IOException {
        Files.createDirectory(bench.journalFile());
        var first = LogBench.history("c1").getFirst();
        try (var log = bench.log(bench.breakable)) {
            bench.breakable.hold();
            assertThatThrownBy(() -> log.append(first)).isInstanceOf(EventLogUnavailable.class);
            bench.breakable.release();
            DeskBench.until("it is written", () -> !sequences("c1").isEmpty());
            DeskBench.until("its end too", () -> log.unfinished().readable().isEmpty());
        }
    }

    @Test
    void memoryHoldsNoMoreThanItsLimitAndWhatIsLostIsCounted() throws SQLException, IOException {
        Files.createDirectory(bench.journalFile());
        var events = LogBench.history("c1", 200);
        try (var log = bench.log(bench.breakable, 100, LogBench.LARGE)) {
            bench.breakable.fail(true);
            assertThat(events).noneMatch(event -> taken(log, event));

            long held = events.size() - log.lostTotal();
            assertThat(held).isBetween(100L, 100L + LogWriter.LARGEST_GROUP);

            bench.breakable.fail(false);
            DeskBench.until("what was held is written", () -> sequences("c1").size() == held);
        }
    }

    @Test
    void aDatabaseThatHangsIsWaitedForOnceAndNothingIsWrittenTwice() throws SQLException {
        var events = LogBench.history("c1");
        try (var log = bench.log(bench.breakable)) {
            bench.breakable.hold();
            events.forEach(log::append);

            assertThat(log.state().place()).isEqualTo(Place.JOURNAL);
            assertThat(log.journaledTotal()).isEqualTo(events.size());
            assertThat(log.takesNewCalls()).isTrue();

            bench.breakable.release();
            LogBench.untilCaughtUp(log);
            assertThat(log.unfinished().readable()).containsExactly(events);
        }
    }

    @Test
    void aServerThatStopsInAnOutageKeepsItsJournalForTheNextStart()
            throws SQLException, IOException {
        var events = LogBench.history("c1");
        try (var log = bench.log(bench.breakable)) {
            bench.breakable.fail(true);
            events.forEach(log::append);
        }
        assertThat(bench.journaled()).containsExactlyElementsOf(events);
        bench.breakable.fail(false);

        try (var log = bench.log(bench.breakable)) {
            assertThat(log.unfinished().readable()).containsExactly(events);
        }
    }

    @Test
    void healthSaysWhatIsWrong() throws SQLException, IOException {
        var events = LogBench.history("c1");
        try (var log = bench.log(bench.breakable)) {
            var health = new EventLogHealth(log);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);

            bench.breakable.fail(true);
            log.append(events.get(1));
            // On a busy machine the journal has the event before the database was asked.
            DeskBench.until("it is noticed", () -> log.state().is(Place.JOURNAL));
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(text(health.health())).contains("journal", "the database is away");

            Files.delete(bench.journalFile());
            Files.createDirectory(bench.journalFile());
            assertThat(taken(log, events.get(2))).isFalse();
            assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(text(health.health())).contains("no new calls");
            Files.delete(bench.journalFile());
            bench.breakable.fail(false);
        }
    }

    private static String text(Health health) {
        return health.getDetails().toString();
    }
}
