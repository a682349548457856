package org.sonnerie.media.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.Counters;
import org.sonnerie.media.endpoint.Moment;
import org.sonnerie.media.endpoint.Studio;

/**
 * The thread that carries sound: every 2 ms it takes what has arrived, every 20 ms it ticks, and in
 * between it does what was handed to it. Nothing wakes it per packet (measured: that costs more
 * than the packet). {@link #execute} is thread safe, the rest is its own.
 */
final class MediaThread implements Executor, Runnable {
    private static final long DRAIN_NANOS = 2_000_000L;

    /** After the end, what the handshakes' threads still have to say (close_notify) is sent. */
    private static final long FAREWELL_NANOS = 5 * Frames.NANOS;

    private final long originNanos = System.nanoTime();
    private final Queue<Runnable> handedOver = new ConcurrentLinkedQueue<>();
    private final Moment moment = new Moment();
    private final Counters counters;
    private final Failures failures;
    private final Thread thread;
    private @Nullable Work work;
    private volatile boolean stopping;

    /**
     * What the thread works on.
     *
     * @param studio whose clock it sets
     * @param port of the browsers
     * @param endpoints all of them
     */
    record Work(Studio studio, MediaPort port, Endpoints endpoints) {}

    MediaThread(int number, Counters counters, Failures failures) {
        this.counters = counters;
        this.failures = failures;
        this.thread = Thread.ofPlatform().name("media-" + number).unstarted(this);
    }

    void start(Work newWork) {
        work = newWork;
        thread.start();
    }

    /** The media clock. */
    long nowNanos() {
        return System.nanoTime() - originNanos;
    }

    @Override
    public void execute(Runnable task) {
        handedOver.add(task);
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        Work ours = work;
        if (ours == null) {
            return;
        }
        Beat beat = new Beat(nowNanos());
        while (!stopping) {
            round(ours, beat);
            long untilTick = beat.dueNanos() - nowNanos();
            LockSupport.parkNanos(
                    ours.endpoints().isEmpty() ? untilTick : Math.min(DRAIN_NANOS, untilTick));
        }
        farewell(ours, beat);
    }

    private void round(Work ours, Beat beat) {
        long now = nowNanos();
        ours.studio().nowNanos(now);
        runHandedOver();
        try {
            ours.port().drain(now);
            ours.endpoints().drain();
            tick(ours, beat, now);
        } catch (RuntimeException defect) {
            failures.note(defect, "round");
        }
    }

    private void tick(Work ours, Beat beat, long now) {
        counters.add(Counter.TICKS_SKIPPED, beat.skip(now));
        while (beat.isDue(now)) {
            if (beat.isLate(now)) {
                counters.count(Counter.TICKS_LATE);
            }
            moment.set(beat.tick(), beat.dueNanos());
            beat.done();
            counters.count(Counter.TICKS);
            ours.endpoints().tick(moment);
        }
    }

    private void runHandedOver() {
        Runnable task = handedOver.poll();
        while (task != null) {
            failures.guard(task, "command");
            task = handedOver.poll();
        }
    }

    private void farewell(Work ours, Beat beat) {
        long end = nowNanos() + FAREWELL_NANOS;
        runHandedOver();
        ours.endpoints().closeAll(nowNanos());
        while (nowNanos() - end < 0) {
            round(ours, beat);
            LockSupport.parkNanos(DRAIN_NANOS);
        }
        ours.endpoints().close();
        ours.port().close();
    }

    /** Ends all endpoints and waits for it. */
    void stop() {
        stopping = true;
        try {
            thread.join(10 * FAREWELL_NANOS / 1_000_000);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
