package org.sonnerie.pbx.config;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes round again and again: when it is rung for, and every so often besides. Thread safe. */
public final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long FOR_STOPPING_SECONDS = 5;

    private final String who;
    private final Executor executor;
    private final Duration pause;
    private final Runnable round;
    private final Bell bell = new Bell();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    /**
     * Waits for {@link #start}.
     *
     * @param who goes, for the log
     * @param executor runs what may block
     * @param pause between two rounds that nobody rang for
     * @param round what is done; its failures are its own
     */
    public Rounds(String who, Executor executor, Duration pause, Runnable round) {
        this.who = who;
        this.executor = executor;
        this.pause = pause;
        this.round = round;
    }

    /** Something may be due. Returns at once. */
    public void ring() {
        bell.ring();
    }

    /** Begins; once. */
    public void start() {
        running = true;
        executor.execute(this::run);
    }

    private void run() {
        try {
            while (running) {
                round.run();
                bell.await(pause);
            }
        } catch (InterruptedException _) {
            // Whoever runs this takes it down; what is due stands in the database.
        } finally {
            stopped.countDown();
        }
    }

    /**
     * Ends after the round that is being gone, for which it waits some seconds.
     *
     * @return false: that round is still being gone
     */
    public boolean stop() {
        boolean was = running;
        running = false;
        bell.ring();
        try {
            return !was || stopped.await(FOR_STOPPING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            LOG.warn("{} was stopped on the way", who);
            return true;
        }
    }

    /**
     * Whether it goes round.
     *
     * @return false: it was not started, or is being stopped
     */
    public boolean isRunning() {
        return running;
    }
}
