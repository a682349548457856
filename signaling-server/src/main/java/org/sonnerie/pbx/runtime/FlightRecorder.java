package org.sonnerie.pbx.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.quality.LegSecond;
import org.sonnerie.pbx.quality.PageSecond;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps what each second of each leg was like. Not part of a call's log: what is lost of it, while
 * the database is slow or away or by a kill, is lost without harm, and counted. One virtual thread
 * collects a minute of a leg, or what there is when the leg is gone, and writes it; nobody waits
 * for it. {@link #take} is thread safe.
 */
final class FlightRecorder implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FlightRecorder.class);
    private static final int WAITING_NEWS = 1_000;
    private static final int SECONDS_IN_A_ROW = 60;

    /** A page tells of five seconds at a time; those are waited for before a minute is written. */
    private static final int SECONDS_TO_COME = 8;

    /** A page's second is the relay's that ends so near. */
    private static final Duration NEAR = Duration.ofMillis(500);

    private static final Duration FORGETS_EVERY = Duration.ofHours(6);
    private static final Duration FOR_CLOSING = Duration.ofSeconds(5);

    /** Stopped after the calls have been left. */
    private static final int PHASE = -10;

    private final CallFacts facts;
    private final Function<LegId, Optional<CompanyId>> companies;
    private final InstantSource clock;
    private final Duration kept;
    private final BlockingQueue<News> waiting = new ArrayBlockingQueue<>(WAITING_NEWS);
    private final Map<LegId, Minute> minutes = new LinkedHashMap<>();
    private final AtomicLong lost = new AtomicLong();
    private Instant forgetsAt = Instant.MIN;
    private boolean away;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /** What is told of calls' sound. */
    private sealed interface News {
        int seconds();

        /** One second of all legs, by the relay. */
        record OfAll(Map<LegId, LegSecond> legs) implements News {
            @Override
            public int seconds() {
                return legs.size();
            }
        }

        /** Some seconds of one leg, by its page. */
        record OfPage(LegId leg, Instant end, List<PageSecond> said) implements News {
            @Override
            public int seconds() {
                return said.size();
            }
        }
    }

    /** What is collected of a leg. */
    private record Minute(CompanyId company, List<LegSecond> seconds) {}

    /**
     * Not started.
     *
     * @param facts where to
     * @param companies whose call a leg belongs to; empty: the call is over or none
     * @param clock for what is too old
     * @param kept for how long
     */
    FlightRecorder(
            CallFacts facts,
            Function<LegId, Optional<CompanyId>> companies,
            InstantSource clock,
            Duration kept) {
        this.facts = facts;
        this.companies = companies;
        this.clock = clock;
        this.kept = kept;
    }

    /** Takes one second of all legs; returns at once. A leg that is missing is gone. */
    void take(Map<LegId, LegSecond> second) {
        take(new News.OfAll(second));
    }

    /** Takes what a page says of the last seconds of a leg, the newest last; returns at once. */
    void take(LegId leg, List<PageSecond> seconds) {
        take(new News.OfPage(leg, clock.instant(), List.copyOf(seconds)));
    }

    private void take(News news) {
        if (!waiting.offer(news)) {
            lost.addAndGet(news.seconds());
        }
    }

    @Override
    public synchronized void start() {
        stopping = false;
        thread = Thread.ofVirtual().name("flight-recorder").start(this::keepUp);
    }

    private void keepUp() {
        try {
            while (!stopping || !waiting.isEmpty()) {
                News news = waiting.poll(1, TimeUnit.SECONDS);
                if (news != null) {
                    follow(news);
                }
                forget();
            }
            minutes.forEach(this::keep);
            minutes.clear();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(News news) {
        switch (news) {
            case News.OfAll(var legs) -> collect(legs);
            case News.OfPage(LegId leg, Instant end, var said) -> addPage(leg, end, said);
        }
    }

    private void collect(Map<LegId, LegSecond> second) {
        second.forEach(this::add);
        minutes.forEach((leg, minute) -> {
            if (minute.seconds().size() >= SECONDS_IN_A_ROW + SECONDS_TO_COME) {
                List<LegSecond> full = minute.seconds().subList(0, SECONDS_IN_A_ROW);
                keep(leg, new Minute(minute.company(), List.copyOf(full)));
                full.clear();
            }
        });
        minutes.entrySet()
                .removeIf(minute -> {
                    boolean gone = !second.containsKey(minute.getKey());
                    if (gone) {
                        keep(minute.getKey(), minute.getValue());
                    }
                    return gone;
                });
    }

    private void addPage(LegId leg, Instant end, List<PageSecond> said) {
        Minute minute = minutes.get(leg);
        if (minute == null) {
            return;
        }
        for (int i = 0; i < said.size(); i++) {
            Instant at = end.minusSeconds(said.size() - 1L - i);
            PageSecond page = said.get(i);
            minute.seconds().replaceAll(second -> isNear(second, at) ? second.with(page) : second);
        }
    }

    private static boolean isNear(LegSecond second, Instant at) {
        return Duration.between(second.at(), at).abs().compareTo(NEAR) <= 0;
    }

    private void add(LegId leg, LegSecond second) {
        Minute minute = minutes.get(leg);
        if (minute == null) {
            companies
                    .apply(leg)
                    .ifPresent(company ->
                            minutes.put(
                                    leg, new Minute(company, new ArrayList<>(List.of(second)))));
        } else {
            minute.seconds().add(second);
        }
    }

    private void keep(LegId leg, Minute minute) {
        attempt(() -> facts.keep(minute.company(), leg, minute.seconds()), minute.seconds().size());
    }

    private void forget() {
        Instant now = clock.instant();
        if (now.isBefore(forgetsAt)) {
            return;
        }
        forgetsAt = now.plus(FORGETS_EVERY);
        attempt(() -> facts.forgetBefore(now.minus(kept)), 0);
    }

    private void attempt(Runnable work, int seconds) {
        try {
            work.run();
            away = false;
        } catch (DataAccessException | TransactionException failed) {
            if (!away) {
                LOG.warn("facts of calls are not kept: {}", failed.getMessage());
            }
            away = true;
            lost.addAndGet(seconds);
        }
    }

    /** Seconds of legs that were not kept, since the start. */
    long lostTotal() {
        return lost.get();
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        // Wakes the thread; all that was collected is written.
        take(Map.of());
        Thread running = thread;
        thread = null;
        try {
            if (running != null && !running.join(FOR_CLOSING)) {
                running.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
