package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.plan.PlanVersion;
import org.sonnerie.pbx.runtime.EventLog.EventLogUnavailable;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;

@BothDatabases("CallEventStore")
class GroupCommitLogIT {
    @TempDir Path folder;
    private LogBench bench;

    @BeforeEach
    void open() {
        bench = new LogBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private GroupCommitLog log() throws SQLException {
        return bench.log(bench.breakable);
    }

    @Test
    void whatIsAppendedIsReadBackInOrder() throws SQLException {
        var events = LogBench.history("c1");
        try (var log = log()) {
            events.forEach(log::append);

            assertThat(log.unfinished().readable()).containsExactly(events);
        }
    }

    @Test
    void appendingTwiceChangesNothing() throws SQLException {
        var events = LogBench.history("c1");
        try (var log = log()) {
            events.forEach(log::append);
            events.forEach(log::append);

            assertThat(log.unfinished().readable()).containsExactly(events);
        }
    }

    @Test
    void anEndedCallIsFinished() throws SQLException {
        var events = LogBench.history("c1");
        var last = events.getLast();
        try (var log = log()) {
            events.subList(0, events.size() - 1).forEach(log::append);
            log.append(
                    new LoggedEvent(
                            LogBench.COMPANY,
                            last.call(),
                            PlanVersion.of(7),
                            last.sequence(),
                            last.event(),
                            true));

            assertThat(log.unfinished().readable()).isEmpty();
        }
    }

    @Test
    void manyCallsShareCommits() throws SQLException, InterruptedException {
        try (var log = log()) {
            var threads =
                    IntStream.range(0, 50)
                            .mapToObj(call ->
                                    Thread.startVirtualThread(() ->
                                            LogBench.history("c" + call).forEach(log::append)))
                            .toList();
            for (var thread : threads) {
                thread.join();
            }

            LogBench.untilCaughtUp(log);
            assertThat(log.unfinished().readable()).hasSize(50);
            assertThat(log.commitsTotal()).isLessThan(50L * EventCodecTest.oneOfEach().size() / 2);
        }
    }

    @Test
    void whileTheDatabaseIsAwayTheJournalTakesOverAndIsMovedInOnce()
            throws SQLException, IOException {
        var events = LogBench.history("c1");
        try (var log = log()) {
            events.subList(0, 3).forEach(log::append);
            bench.breakable.fail(true);
            events.subList(3, 6).forEach(log::append);

            assertThat(log.journaledTotal()).isEqualTo(3);
            assertThat(bench.journaled()).containsExactlyElementsOf(events.subList(3, 6));

            bench.breakable.fail(false);
            log.append(events.get(6));
            events.subList(7, events.size()).forEach(log::append);
            LogBench.untilCaughtUp(log);

            assertThat(log.unfinished().readable()).containsExactly(events);
        }
    }

    @Test
    void aDefectBelowTheLogDoesNotEndItsWriter() throws SQLException {
        var events = LogBench.history("c1");
        try (var log = log()) {
            bench.breakable.breakDown(true);
            log.append(events.getFirst());
            bench.breakable.breakDown(false);
            LogBench.untilCaughtUp(log);
            events.subList(1, events.size()).forEach(log::append);
            LogBench.untilCaughtUp(log);

            assertThat(log.unfinished().readable()).containsExactly(events);
        }
    }

    @Test
    void aJournalLeftByAKilledProcessIsMovedInAtTheNextStart() throws SQLException, IOException {
        var events = LogBench.history("c1");
        var journal = bench.journal(LogBench.LARGE);
        for (var event : events) {
            journal.append(event);
        }
        Files.writeString(bench.journalFile(), "martin\tc1\t7", StandardOpenOption.APPEND);

        try (var log = log()) {
            assertThat(log.unfinished().readable()).containsExactly(events);
            assertThat(bench.journalFile()).doesNotExist();
        }
    }

    @Test
    void aJournalLineThatCannotBeReadKeepsNoOtherFromBeingMovedIn()
            throws SQLException, IOException {
        var events = LogBench.history("c1");
        var journal = bench.journal(LogBench.LARGE);
        journal.append(events.get(0));
        Files.writeString(bench.journalFile(), "what is this?\n", StandardOpenOption.APPEND);
        for (var event : events.subList(1, events.size())) {
            bench.journal(LogBench.LARGE).append(event);
        }

        try (var log = log()) {
            assertThat(log.unfinished().readable()).containsExactly(events);
            assertThat(log.unreadableTotal()).isEqualTo(1);
        }
        assertThat(bench.unreadableFile()).hasContent("what is this?");
    }

    @Test
    void withoutDatabaseAndJournalAppendingFails() throws SQLException, IOException {
        try (var log = log()) {
            Files.createDirectory(bench.journalFile());
            bench.breakable.fail(true);

            assertThatThrownBy(() -> log.append(LogBench.history("c1").getFirst()))
                    .isInstanceOf(EventLogUnavailable.class);
            bench.breakable.fail(false);
        }
    }

    @Test
    void theLogHoldsNoSecretKinds() {
        assertThat(EventCodecTest.oneOfEach())
                .filteredOn(CallEvent.SecretAccepted.class::isInstance)
                .allSatisfy(event ->
                        assertThat(bench.codec.encode(event).body())
                                .doesNotContain("pin", "digits"));
    }
}
