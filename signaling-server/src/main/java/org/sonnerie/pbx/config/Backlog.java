package org.sonnerie.pbx.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Work that waits for the one who does it, in its order. Closing it wakes him at once: what waits
 * then is still done, and nothing keeps a server from stopping that has nothing to do. Thread safe.
 *
 * @param <T> one piece of work
 */
public final class Backlog<T> {
    private final int most;
    private final Queue<T> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    /**
     * Empty and open.
     *
     * @param most may wait at once, 1 or more
     */
    public Backlog(int most) {
        this.most = most;
    }

    /**
     * Returns at once. Work that comes after closing is taken too: it is done if somebody still
     * looks.
     *
     * @param work what is to be done
     * @return false: too much waits already
     */
    public boolean offer(T work) {
        lock.lock();
        try {
            boolean taken = waiting.size() < most && waiting.offer(work);
            changed.signal();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next work, for which it waits.
     *
     * @param atOnce how much is taken if so much waits, 1 or more
     * @return oldest first; empty when nothing waits and it is closed
     * @throws InterruptedException if whoever waits is taken down
     */
    public List<T> next(int atOnce) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            List<T> taken = new ArrayList<>();
            while (taken.size() < atOnce && !waiting.isEmpty()) {
                taken.add(waiting.remove());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /**
     * How much waits.
     *
     * @return what is being done is not among it
     */
    public int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits any longer for work that is not there. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
