package org.sonnerie.media.engine;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.EndpointFacts;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.Counters;
import org.sonnerie.media.endpoint.MediaEndpoint;
import org.sonnerie.media.endpoint.Moment;
import org.sonnerie.media.endpoint.Workbench;

/**
 * A thread that carries sound: every 2 ms it takes what has arrived, every 20 ms it ticks, and in
 * between it does what was handed to it. Nothing wakes it per packet (measured: that costs more
 * than the packet). {@link #execute} and {@link #wake} are thread safe, the rest is its own.
 */
final class MediaThread implements Executor, Runnable {
    private static final long DRAIN_NANOS = 2_000_000L;

    /** After the end, what the handshakes' threads still have to say (close_notify) is sent. */
    private static final long FAREWELL_NANOS = 5 * Frames.NANOS;

    private final MediaClock clock;
    private final Counters counters;
    private final Failures failures;
    private final Queue<Runnable> handedOver = new ConcurrentLinkedQueue<>();
    private final Moment moment = new Moment();
    private final Thread thread;
    private @Nullable Work work;
    private volatile boolean stopping;

    /**
     * What the thread works on.
     *
     * @param bench whose clock it sets
     * @param port its share of the browsers'
     * @param endpoints all that live on it
     * @param commands carried out on it
     * @param beat of all threads
     * @param ticked hears of each tick
     */
    record Work(
            Workbench bench,
            MediaPort port,
            Endpoints endpoints,
            Commands commands,
            Beat beat,
            Consumer<Moment> ticked) {}

    MediaThread(int number, MediaClock clock, Counters counters, Failures failures) {
        this.clock = clock;
        this.counters = counters;
        this.failures = failures;
        this.thread = Thread.ofPlatform().name("media-" + number).unstarted(this);
    }

    void prepare(Work newWork) {
        work = newWork;
    }

    void start() {
        thread.start();
    }

    @Override
    public void execute(Runnable task) {
        handedOver.add(task);
        wake();
    }

    void wake() {
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        Work ours = work();
        while (!stopping) {
            round(ours);
            long untilTick = ours.beat().dueNanos() - clock.nowNanos();
            LockSupport.parkNanos(isIdle() ? untilTick : Math.min(DRAIN_NANOS, untilTick));
        }
        farewell(ours);
    }

    private Work work() {
        Work ours = work;
        if (ours == null) {
            throw new IllegalStateException("not prepared");
        }
        return ours;
    }

    /** While there is anybody, on whatever thread, his datagrams may come to this one. */
    private boolean isIdle() {
        return counters.of(Counter.ENDPOINTS_NOW) == 0;
    }

    private void round(Work ours) {
        long now = clock.nowNanos();
        ours.bench().nowNanos(now);
        runHandedOver(ours);
        try {
            ours.port().drain(now);
            ours.endpoints().drain();
            tick(ours, now);
        } catch (RuntimeException defect) {
            failures.note(defect, "round");
        }
    }

    private void tick(Work ours, long now) {
        Beat beat = ours.beat();
        counters.add(Counter.TICKS_SKIPPED, beat.skip(now));
        while (beat.isDue(now)) {
            if (beat.isLate(now)) {
                counters.count(Counter.TICKS_LATE);
            }
            moment.set(beat.tick(), beat.dueNanos());
            beat.done();
            counters.count(Counter.TICKS);
            ours.endpoints().tick(moment);
            ours.ticked().accept(moment);
        }
    }

    private void runHandedOver(Work ours) {
        Runnable task = handedOver.peek();
        while (task != null && isDue(task, ours)) {
            handedOver.remove();
            failures.guard(task, "command");
            task = handedOver.peek();
        }
    }

    /** What was said after somebody was to come here is done after he has come. */
    private static boolean isDue(Runnable task, Work ours) {
        return !(task instanceof Handover.Arrival arrival) || arrival.isDue(ours.beat().tick());
    }

    void perform(MediaCommand command) {
        work().commands().perform(command, clock.nowNanos());
    }

    boolean has(Member member) {
        return work().endpoints().has(member);
    }

    List<EndpointFacts> facts() {
        return work().endpoints().facts();
    }

    Workbench bench() {
        return work().bench();
    }

    long nextTick() {
        return work().beat().tick();
    }

    /** Lets some go to another thread. */
    Travellers release(Placement.Move move, Workbench next) {
        Endpoints endpoints = work().endpoints();
        move.silenced().ifPresent(member -> silence(member, endpoints));
        return endpoints.release(move.members(), next);
    }

    private static void silence(Member member, Endpoints endpoints) {
        if (member instanceof Member.Leg(EndpointId id)) {
            MediaEndpoint endpoint = endpoints.find(id);
            if (endpoint != null) {
                endpoint.hearNothing();
                endpoints.leaveEmptyRooms();
            }
        }
    }

    /** Takes some up who come from another thread, and makes up for ticks they do not know yet. */
    void welcome(Travellers travellers, long nextTick) {
        Work ours = work();
        ours.endpoints().adopt(travellers);
        for (long tick = nextTick; tick < ours.beat().tick(); tick++) {
            moment.set(tick, ours.beat().dueNanos(tick));
            ours.endpoints().tick(travellers, moment);
        }
    }

    /** Whoever still arrives is closed too. */
    private void farewell(Work ours) {
        long end = clock.nowNanos() + FAREWELL_NANOS;
        while (clock.nowNanos() - end < 0) {
            round(ours);
            ours.endpoints().closeAll(clock.nowNanos());
            LockSupport.parkNanos(DRAIN_NANOS);
        }
        ours.endpoints().close();
        ours.port().close();
    }

    /** Ends all endpoints; {@link #awaitEnd} waits for it. */
    void stop() {
        stopping = true;
        wake();
    }

    void awaitEnd() {
        try {
            thread.join(10 * FAREWELL_NANOS / 1_000_000);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
