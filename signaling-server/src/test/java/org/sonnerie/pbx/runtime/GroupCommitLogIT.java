package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.runtime.EventLog.EventLogUnavailable;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.fake.BreakableDatabase;
import org.sonnerie.pbx.runtime.fake.CallDatabase;

class GroupCommitLogIT {
    private static final CompanyId COMPANY = new CompanyId("martin");
    private static final Duration PATIENCE = Duration.ofMillis(200);

    @TempDir Path folder;
    private CallDatabase database;
    private BreakableDatabase breakable;
    private final EventCodec codec = new EventCodec();

    @BeforeEach
    void createTables() {
        database = new CallDatabase(folder);
        breakable = new BreakableDatabase(database.source());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Path journalFile() {
        return folder.resolve("journal.log");
    }

    private GroupCommitLog log(DataSource source) throws SQLException {
        return new GroupCommitLog(
                        new CallEventStore(source, codec),
                        new Journal(journalFile(), codec),
                        PATIENCE)
                .start();
    }

    private static List<LoggedEvent> history(String call) {
        var events = new ArrayList<LoggedEvent>();
        for (var event : EventCodecTest.oneOfEach()) {
            events.add(
                    new LoggedEvent(
                            COMPANY, new CallId(call), 7, events.size() + 1L, event, false));
        }
        return events;
    }

    @Test
    void whatIsAppendedIsReadBackInOrder() throws SQLException {
        var events = history("c1");
        try (var log = log(database.source())) {
            events.forEach(log::append);

            assertThat(log.unfinished().readable()).containsExactly(events);
        }
    }

    @Test
    void appendingTwiceChangesNothing() throws SQLException {
        var events = history("c1");
        try (var log = log(database.source())) {
            events.forEach(log::append);
            events.forEach(log::append);

            assertThat(log.unfinished().readable()).containsExactly(events);
        }
    }

    @Test
    void anEndedCallIsFinished() throws SQLException {
        var events = history("c1");
        var last = events.getLast();
        try (var log = log(database.source())) {
            events.subList(0, events.size() - 1).forEach(log::append);
            log.append(
                    new LoggedEvent(COMPANY, last.call(), 7, last.sequence(), last.event(), true));

            assertThat(log.unfinished().readable()).isEmpty();
        }
    }

    @Test
    void manyCallsShareCommits() throws SQLException, InterruptedException {
        try (var log = log(database.source())) {
            var threads =
                    IntStream.range(0, 50)
                            .mapToObj(call ->
                                    Thread.startVirtualThread(
                                            () -> history("c" + call).forEach(log::append)))
                            .toList();
            for (var thread : threads) {
                thread.join();
            }

            assertThat(log.unfinished().readable()).hasSize(50);
            assertThat(log.commitsTotal()).isLessThan(50L * EventCodecTest.oneOfEach().size() / 2);
        }
    }

    @Test
    void whileTheDatabaseIsAwayTheJournalTakesOverAndIsMovedInOnce() throws SQLException {
        var events = history("c1");
        try (var log = log(breakable)) {
            events.subList(0, 3).forEach(log::append);
            breakable.fail(true);
            events.subList(3, 6).forEach(log::append);

            assertThat(log.journaledTotal()).isEqualTo(3);
            assertThat(new Journal(journalFile(), codec).read())
                    .containsExactlyElementsOf(events.subList(3, 6));

            breakable.fail(false);
            log.append(events.get(6));
            events.subList(7, events.size()).forEach(log::append);

            assertThat(log.unfinished().readable()).containsExactly(events);
        }
    }

    @Test
    void aDefectBelowTheLogDoesNotEndItsWriter() throws SQLException {
        var events = history("c1");
        try (var log = log(breakable)) {
            breakable.breakDown(true);
            log.append(events.getFirst());
            breakable.breakDown(false);
            events.subList(1, events.size()).forEach(log::append);

            assertThat(log.unfinished().readable()).containsExactly(events);
            assertThat(log.journaledTotal()).isLessThan(events.size());
        }
    }

    @Test
    void aJournalLeftByAKilledProcessIsMovedInAtTheNextStart() throws SQLException, IOException {
        var events = history("c1");
        var journal = new Journal(journalFile(), codec);
        events.forEach(journal::append);
        Files.writeString(journalFile(), "martin\tc1\t7", StandardOpenOption.APPEND);

        try (var log = log(database.source())) {
            assertThat(log.unfinished().readable()).containsExactly(events);
            assertThat(journalFile()).doesNotExist();
        }
    }

    @Test
    void withoutDatabaseAndJournalAppendingFails() throws SQLException, IOException {
        try (var log = log(breakable)) {
            Files.createDirectory(journalFile());
            breakable.fail(true);

            assertThatThrownBy(() -> log.append(history("c1").getFirst()))
                    .isInstanceOf(EventLogUnavailable.class);
            breakable.fail(false);
        }
    }

    @Test
    void theLogHoldsNoSecretKinds() {
        assertThat(EventCodecTest.oneOfEach())
                .filteredOn(CallEvent.SecretAccepted.class::isInstance)
                .allSatisfy(event ->
                        assertThat(codec.encode(event).body()).doesNotContain("pin", "digits"));
    }
}
