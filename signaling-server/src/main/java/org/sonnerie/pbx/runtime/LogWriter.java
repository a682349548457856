package org.sonnerie.pbx.runtime;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.LogState.Place;

/**
 * The one thread that writes call events into the database: what the journal kept first, then what
 * waits. What it cannot write it hands back at once to whoever waits for it; only what nobody waits
 * for stays here until the database is back. Thread safe.
 */
final class LogWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    static final int LARGEST_GROUP = 1_000;
    private static final Duration RETRY = Duration.ofMillis(250);
    private static final Duration FOR_CLOSING = Duration.ofSeconds(5);

    private final CallEventStore store;
    private final Journal journal;
    private final JournalMover mover;
    private final LogState state;
    private final BlockingQueue<Waiting> queue;
    private final List<Waiting> group = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong waitingNow = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final Thread thread;

    /**
     * An event on its way.
     *
     * @param event what
     * @param written settled once: true, or false where its sender has to keep it
     * @param attended whether its sender waits for that
     */
    record Waiting(LoggedEvent event, CompletableFuture<Boolean> written, boolean attended) {
        static Waiting attended(LoggedEvent event) {
            return new Waiting(event, new CompletableFuture<>(), true);
        }

        static Waiting unattended(LoggedEvent event) {
            return new Waiting(event, new CompletableFuture<>(), false);
        }

        /** Its sender has taken it back. */
        boolean settled() {
            return written.isDone();
        }

        /** Gives it back to its sender; false: nobody waits for it. */
        boolean handBack() {
            if (attended) {
                written.complete(false);
            }
            return attended;
        }
    }

    LogWriter(
            CallEventStore store,
            Journal journal,
            JournalMover mover,
            LogState state,
            int mostWaiting) {
        this.store = store;
        this.journal = journal;
        this.mover = mover;
        this.state = state;
        this.queue = new LinkedBlockingQueue<>(mostWaiting);
        this.thread = Thread.ofVirtual().name("event-log").unstarted(this::writeUntilClosed);
    }

    void start() {
        thread.start();
    }

    /** False: too many wait already. */
    boolean offer(Waiting waiting) {
        waitingNow.incrementAndGet();
        boolean taken = queue.offer(waiting);
        if (!taken) {
            waitingNow.decrementAndGet();
        }
        return taken;
    }

    /** Those being written are among them. */
    long waitingNow() {
        return waitingNow.get();
    }

    long commitsTotal() {
        return commits.get();
    }

    private void writeUntilClosed() {
        try {
            boolean going = true;
            while (going) {
                collect();
                going = writeIfNeeded() ? !finished() : !closed.get();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        giveUp();
    }

    private boolean finished() {
        return closed.get() && queue.isEmpty();
    }

    private void collect() throws InterruptedException {
        if (group.isEmpty()) {
            var first = queue.poll(RETRY.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                group.add(first);
            }
        }
        queue.drainTo(group, LARGEST_GROUP - group.size());
        leave(Waiting::settled);
    }

    private void leave(Predicate<Waiting> which) {
        int before = group.size();
        group.removeIf(which);
        waitingNow.addAndGet(group.size() - before);
    }

    /** False: the database did not take it; a while has passed since. */
    private boolean writeIfNeeded() throws InterruptedException {
        boolean needed = !group.isEmpty() || journal.size() > 0 || !state.is(Place.DATABASE);
        if (!needed) {
            return true;
        }
        try {
            moveJournal();
            store.write(group.stream().map(Waiting::event).toList());
        } catch (SQLException | RuntimeException e) {
            // Whatever it is: the one writer of all calls must not end by it.
            leave(Waiting::handBack);
            state.become(journal.takesMore() ? Place.JOURNAL : Place.NOWHERE, reason(e));
            TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
            return false;
        }
        commits.incrementAndGet();
        group.forEach(waiting -> waiting.written().complete(true));
        leave(_ -> true);
        state.become(Place.DATABASE, "");
        return true;
    }

    /** Before what came later: so that each call's events come to the database in their order. */
    private void moveJournal() throws SQLException {
        try {
            mover.moveAndClear();
        } catch (IOException e) {
            LOG.warn("the call journal cannot be moved: {}", e.getMessage());
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void giveUp() {
        queue.drainTo(group);
        leave(Waiting::handBack);
        if (!group.isEmpty()) {
            LOG.error("{} call events that only memory held are lost", group.size());
        }
    }

    @Override
    public void close() {
        closed.set(true);
        try {
            thread.join(FOR_CLOSING);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
