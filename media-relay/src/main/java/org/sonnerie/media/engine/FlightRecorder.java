package org.sonnerie.media.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.sonnerie.media.api.EndpointFacts;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.Counters;
import org.sonnerie.media.endpoint.Moment;
import org.sonnerie.media.endpoint.Workbench;

/**
 * Once a second, tells the facts of all endpoints of all threads in one event. All threads are
 * asked at one moment of the order of commands, so that whoever moves between them is named exactly
 * once. The 49 ticks in between cost one thread a comparison. {@link #tick} is that thread's.
 */
final class FlightRecorder {
    private final Dispatcher dispatcher;
    private final Executor askers;
    private final Workbench.Common common;
    private final int threads;
    private long dueTick;
    private long lateBefore;
    private volatile boolean somebodyWasThere;

    /**
     * One for all threads.
     *
     * @param askers may wait for the order of commands, as a media thread must not
     */
    FlightRecorder(Dispatcher dispatcher, Executor askers, Workbench.Common common, int threads) {
        this.dispatcher = dispatcher;
        this.askers = askers;
        this.common = common;
        this.threads = threads;
    }

    void tick(Moment moment) {
        if (moment.tick() < dueTick) {
            return;
        }
        dueTick = moment.tick() + Frames.PER_SECOND;
        int late = late();
        if (common.counters().of(Counter.ENDPOINTS_NOW) > 0 || somebodyWasThere) {
            Second second = new Second(at(moment), late);
            askers.execute(() -> dispatcher.everywhere(second));
        }
    }

    private Instant at(Moment moment) {
        return Instant.ofEpochMilli(common.epochMillisAtZero() + moment.nowNanos() / 1_000_000);
    }

    private int late() {
        Counters counters = common.counters();
        long now = counters.of(Counter.TICKS_LATE) + counters.of(Counter.TICKS_SKIPPED);
        int late = (int) (now - lateBefore);
        lateBefore = now;
        return late;
    }

    /** What the threads say of one second; the last one tells it. Thread safe. */
    private final class Second implements Consumer<MediaThread> {
        private final Instant at;
        private final int late;
        private final List<EndpointFacts> facts = new ArrayList<>();
        private int answered;

        Second(Instant at, int late) {
            this.at = at;
            this.late = late;
        }

        @Override
        public void accept(MediaThread thread) {
            add(thread.facts());
        }

        private synchronized void add(List<EndpointFacts> some) {
            facts.addAll(some);
            answered++;
            if (answered == threads && (!facts.isEmpty() || somebodyWasThere)) {
                common.events().accept(new MediaEvent.SecondPassed(at, late, facts));
            }
            if (answered == threads) {
                somebodyWasThere = !facts.isEmpty();
            }
        }
    }
}
