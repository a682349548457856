package org.sonnerie.pbx.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.sonnerie.pbx.runtime.LogState.Place;
import org.sonnerie.pbx.runtime.LogWriter.Waiting;

/**
 * The event log with one writer for all calls: what waits while a commit runs goes into the next
 * one. An event that the database does not take, or not within the patience, goes to the journal
 * and its effects follow; it still goes to the database, once and in order, when that is back.
 * Where the journal does not take it either it waits in memory, as far as there is room, and no new
 * call begins. Thread safe.
 */
final class GroupCommitLog implements EventLog, AutoCloseable {
    private final CallEventStore store;
    private final Journal journal;
    private final Duration patience;
    private final LogState state = new LogState();
    private final JournalMover mover;
    private final LogWriter writer;
    private final AtomicLong journaled = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    /**
     * How much it takes.
     *
     * @param patience how long the database may take
     * @param mostWaiting events in memory
     */
    record Bounds(Duration patience, int mostWaiting) {}

    GroupCommitLog(CallEventStore store, Journal journal, JournalMover mover, Bounds bounds) {
        this.store = store;
        this.journal = journal;
        this.mover = mover;
        this.patience = bounds.patience();
        this.writer = new LogWriter(store, journal, mover, state, bounds.mostWaiting());
    }

    /** Moves what the journal kept into the database, then begins to write. */
    GroupCommitLog start() throws SQLException {
        try {
            mover.moveLeftovers();
        } catch (IOException e) {
            throw new UncheckedIOException("the call journal cannot be read", e);
        }
        writer.start();
        return this;
    }

    @Override
    public void append(LoggedEvent event) {
        if (!state.is(Place.DATABASE) || !writtenInTime(Waiting.attended(event))) {
            keepElsewhere(event);
        }
    }

    /** False: the writer has not written it and will not. */
    private boolean writtenInTime(Waiting waiting) {
        if (!writer.offer(waiting)) {
            return false;
        }
        try {
            return waiting.written().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            state.become(Place.JOURNAL, "the database takes too long");
            waiting.written().complete(false);
            // The writer may have been quicker.
            return waiting.written().join();
        } catch (ExecutionException e) {
            throw new EventLogUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventLogUnavailable(e);
        }
    }

    private void keepElsewhere(LoggedEvent event) {
        try {
            journal.append(event);
            journaled.incrementAndGet();
        } catch (IOException e) {
            state.become(Place.NOWHERE, String.valueOf(e.getMessage()));
            keepInMemory(event);
            throw new EventLogUnavailable(e);
        }
    }

    /** A call that cannot begin is over with its first event, should that still be written. */
    private void keepInMemory(LoggedEvent event) {
        boolean last = event.last() || event.sequence() == 1;
        var kept =
                new LoggedEvent(
                        event.company(),
                        event.call(),
                        event.planVersion(),
                        event.sequence(),
                        event.event(),
                        last);
        if (!writer.offer(Waiting.unattended(kept))) {
            lost.incrementAndGet();
        }
    }

    @Override
    public boolean takesNewCalls() {
        return !state.is(Place.NOWHERE);
    }

    @Override
    public Unfinished unfinished() {
        try {
            return store.unfinished();
        } catch (SQLException e) {
            throw new EventLogUnavailable(e);
        }
    }

    @Override
    public void setAside(String call, Instant at, SetAside why) {
        try {
            store.setAside(call, at, why);
        } catch (SQLException e) {
            throw new EventLogUnavailable(e);
        }
    }

    LogState state() {
        return state;
    }

    long journalBytes() {
        return journal.size();
    }

    long waitingNow() {
        return writer.waitingNow();
    }

    long journaledTotal() {
        return journaled.get();
    }

    /** Events for which there was no room anywhere. */
    long lostTotal() {
        return lost.get();
    }

    long unreadableTotal() {
        return mover.unreadableTotal();
    }

    long commitsTotal() {
        return writer.commitsTotal();
    }

    @Override
    public void close() {
        writer.close();
    }
}
