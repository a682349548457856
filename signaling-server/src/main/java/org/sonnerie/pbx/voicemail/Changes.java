package org.sonnerie.pbx.voicemail;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.Backlog;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Changes of the database, one after another; each is tried until the database takes it. What is
 * not done when the process ends is done again from the notes on the disk.
 */
final class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration FOR_STOPPING = Duration.ofSeconds(5);

    private final Backlog<Runnable> queue = new Backlog<>(Integer.MAX_VALUE);
    private final Executor executor;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    /**
     * Nothing is done before {@link #start}.
     *
     * @param executor runs what may block, for as long as it takes
     */
    Changes(Executor executor) {
        this.executor = executor;
    }

    void add(Runnable change) {
        queue.offer(change);
    }

    long waiting() {
        return queue.size();
    }

    void start() {
        running = true;
        executor.execute(this::run);
    }

    private void run() {
        try {
            for (var next = queue.next(1); !next.isEmpty(); next = queue.next(1)) {
                untilDone(next.getFirst());
            }
        } catch (InterruptedException _) {
            // Whoever runs this takes it down.
        } finally {
            stopped.countDown();
        }
    }

    private void untilDone(Runnable change) throws InterruptedException {
        boolean done = done(change);
        while (!done && !stopping.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
            done = done(change);
        }
    }

    private static boolean done(Runnable change) {
        try {
            change.run();
            return true;
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("the database takes no voicemail: {}", away.getClass().getSimpleName());
            return false;
        } catch (RuntimeException defect) {
            // Whatever it is: what comes after it must not be lost.
            LOG.error("a change of a mailbox failed", defect);
            return true;
        }
    }

    /** Waits a while for what is queued. */
    boolean stop() throws InterruptedException {
        running = false;
        stopping.countDown();
        queue.close();
        return stopped.await(FOR_STOPPING.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isRunning() {
        return running;
    }
}
