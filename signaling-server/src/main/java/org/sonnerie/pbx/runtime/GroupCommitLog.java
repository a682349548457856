package org.sonnerie.pbx.runtime;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event log with one writer for all calls: what waits while a commit runs goes into the next
 * one. An event that the database has not taken within 200 ms goes to the journal and its effects
 * follow; it still goes to the database, once, when that is back. Thread safe.
 */
final class GroupCommitLog implements EventLog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommitLog.class);
    private static final int LARGEST_GROUP = 1_000;
    private static final Duration RETRY = Duration.ofMillis(250);

    private final CallEventStore store;
    private final Journal journal;
    private final Duration patience;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong journaled = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final Thread writer;

    private record Waiting(LoggedEvent event, CompletableFuture<Void> written) {}

    GroupCommitLog(CallEventStore store, Journal journal, Duration patience) {
        this.store = store;
        this.journal = journal;
        this.patience = patience;
        this.writer = Thread.ofVirtual().name("event-log").unstarted(this::writeUntilClosed);
    }

    /** Moves what the journal kept into the database, then begins to write. */
    GroupCommitLog start() throws SQLException {
        var kept = journal.read();
        if (!kept.isEmpty()) {
            store.write(kept);
            journal.clearIf(() -> true);
            LOG.info("moved {} events from the journal into the database", kept.size());
        }
        writer.start();
        return this;
    }

    @Override
    public void append(LoggedEvent event) {
        var waiting = new Waiting(event, new CompletableFuture<>());
        queue.add(waiting);
        try {
            waiting.written().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            keepInJournal(event);
        } catch (ExecutionException e) {
            throw new EventLogUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventLogUnavailable(e);
        }
    }

    private void keepInJournal(LoggedEvent event) {
        try {
            journal.append(event);
            journaled.incrementAndGet();
        } catch (UncheckedIOException e) {
            throw new EventLogUnavailable(e);
        }
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

    long journaledTotal() {
        return journaled.get();
    }

    long commitsTotal() {
        return commits.get();
    }

    private void writeUntilClosed() {
        var group = new ArrayList<Waiting>();
        try {
            while (!closed.get() || !queue.isEmpty()) {
                var first = queue.poll(RETRY.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, LARGEST_GROUP - 1);
                    writeUntilTaken(group);
                    group.clear();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeUntilTaken(List<Waiting> group) throws InterruptedException {
        var events = group.stream().map(Waiting::event).toList();
        boolean failedBefore = false;
        while (true) {
            try {
                store.write(events);
                break;
            } catch (SQLException | RuntimeException e) {
                // Whatever it is: the one writer of all calls must not end by it.
                if (!failedBefore) {
                    LOG.error("the database does not take call events: {}", e.getMessage());
                }
                failedBefore = true;
                if (closed.get()) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
            }
        }
        commits.incrementAndGet();
        group.forEach(waiting -> waiting.written().complete(null));
        if (failedBefore) {
            LOG.warn("the database takes call events again");
        }
        clearJournalWhenCaughtUp();
    }

    /**
     * All that the journal holds was queued before, so an empty queue after a commit means that it
     * is in the database.
     */
    private void clearJournalWhenCaughtUp() {
        if (journaled.get() > 0) {
            try {
                journal.clearIf(queue::isEmpty);
            } catch (UncheckedIOException e) {
                LOG.warn("the call journal cannot be emptied: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        closed.set(true);
        try {
            writer.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
