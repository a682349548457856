package org.sonnerie.pbx.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.config.Bell;
import org.sonnerie.pbx.fake.TestDatabase;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PlanVersion;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.LogState.Place;
import org.sonnerie.pbx.runtime.fake.BreakableDatabase;
import org.sonnerie.pbx.runtime.fake.CallDatabase;
import org.sonnerie.pbx.tables.Tables;

/** A real database in a folder that can be taken away, and event logs on it. */
final class LogBench implements AutoCloseable {
    static final CompanyId COMPANY = new CompanyId("martin");
    private static final String JOURNAL = "journal.log";
    static final long LARGE = 100_000_000;

    final EventCodec codec = new EventCodec();
    final CallDatabase database;
    final Bell ended = new Bell();
    final BreakableDatabase breakable;
    private final Path folder;

    LogBench(Path folder) {
        this.folder = folder;
        database = new CallDatabase(folder);
        breakable = new BreakableDatabase(database.source());
    }

    /** On the database that can be taken away. */
    Tables tables() {
        return TestDatabase.tables(breakable);
    }

    Path journalFile() {
        return folder.resolve(JOURNAL);
    }

    Path unreadableFile() {
        return folder.resolve("unreadable.log");
    }

    Journal journal(long mostBytes) {
        try {
            return new Journal(folder, JOURNAL, codec, mostBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<LoggedEvent> journaled() throws IOException {
        return journal(LARGE).read(0, Integer.MAX_VALUE).events();
    }

    GroupCommitLog log(DataSource source) throws SQLException {
        return log(source, 10_000, LARGE);
    }

    GroupCommitLog log(DataSource source, int mostWaiting, long mostJournal) throws SQLException {
        var store = new CallEventStore(source, codec, ended);
        var journal = journal(mostJournal);
        return new GroupCommitLog(
                        store,
                        journal,
                        new JournalMover(journal, store, unreadableFile()),
                        new GroupCommitLog.Bounds(Duration.ofMillis(200), mostWaiting))
                .start();
    }

    /** Until all that is kept elsewhere stands in the database. */
    static void untilCaughtUp(GroupCommitLog log) {
        DeskBench.until(
                "all is in the database",
                () ->
                        log.state().is(Place.DATABASE)
                                && log.journalBytes() == 0
                                && log.waitingNow() == 0);
    }

    /** One event of each kind. */
    static List<LoggedEvent> history(String call) {
        return history(call, 1);
    }

    static List<LoggedEvent> history(String call, int rounds) {
        var events = new ArrayList<LoggedEvent>();
        for (int round = 0; round < rounds; round++) {
            for (var event : EventCodecTest.oneOfEach()) {
                long sequence = events.size() + 1L;
                events.add(
                        new LoggedEvent(
                                COMPANY,
                                new CallId(call),
                                PlanVersion.of(7),
                                sequence,
                                event,
                                false));
            }
        }
        return events;
    }

    @Override
    public void close() {
        database.close();
    }
}
