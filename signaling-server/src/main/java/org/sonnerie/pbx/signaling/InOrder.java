package org.sonnerie.pbx.signaling;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one page's requests one after another on borrowed threads. Thread safe. */
final class InOrder {
    private static final Logger LOG = LoggerFactory.getLogger(InOrder.class);
    private static final int MOST_WAITING = 64;

    private final Executor executor;
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    InOrder(Executor executor) {
        this.executor = executor;
    }

    /**
     * Runs a task after all that were given before.
     *
     * @param task may block
     * @return false: too many wait already
     */
    synchronized boolean submit(Runnable task) {
        boolean room = waiting.size() < MOST_WAITING;
        if (room) {
            add(task);
        }
        return room;
    }

    /**
     * Runs a task after all that were given before, however many they are: the page's own end.
     *
     * @param task may block
     */
    synchronized void add(Runnable task) {
        waiting.addLast(task);
        if (!running) {
            running = true;
            executor.execute(this::drain);
        }
    }

    private void drain() {
        for (Runnable task = next(); task != null; task = next()) {
            runOne(task);
        }
    }

    /** One request that fails shall not end those after it. */
    private static void runOne(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("a page's request failed", e);
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = waiting.pollFirst();
        running = task != null;
        return task;
    }
}
