package org.sonnerie.pbx.events;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.config.Backlog;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.runtime.CallNews;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Writes down that calls ring and are answered, beside the calls: those do not wait for it. What
 * was not written when a process was killed is told again when its call is taken up.
 */
final class CallTeller implements CallNews, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CallTeller.class);
    private static final int MOST_WAITING = 20_000;
    private static final int MOST_AT_ONCE = 500;
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final long FOR_STOPPING_SECONDS = 5;

    /** After the calls, so that their last words are written too. */
    private static final int PHASE = -20;

    private final CompanyEvents events;
    private final Executor executor;
    private final InstantSource clock;
    private final Backlog<CompanyEvent> waiting = new Backlog<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    /**
     * Waits for {@link #start}.
     *
     * @param events where they are written
     * @param executor runs what may block
     * @param clock the time
     */
    CallTeller(CompanyEvents events, Executor executor, InstantSource clock) {
        this.events = events;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public void changed(CompanyPlan plan, Optional<CallView> before, CallView now) {
        boolean rings = now.state() == CallView.State.RINGING;
        if (rings && before.filter(view -> view.state() == CallView.State.RINGING).isEmpty()) {
            add(EventBody.ofView(EventType.CALL_RINGING, plan, now, clock.instant()));
        }
        boolean was = before.flatMap(view -> view.times().answered()).isPresent();
        if (now.times().answered().isPresent() && !was) {
            add(
                    EventBody.ofView(
                            EventType.CALL_ANSWERED,
                            plan,
                            now,
                            now.times().answered().orElseThrow()));
        }
    }

    private void add(CompanyEvent event) {
        if (!waiting.offer(event)) {
            lost.incrementAndGet();
        }
    }

    @Override
    public void start() {
        running = true;
        executor.execute(this::run);
    }

    private void run() {
        try {
            for (var some = waiting.next(MOST_AT_ONCE);
                    !some.isEmpty();
                    some = waiting.next(MOST_AT_ONCE)) {
                write(some);
            }
        } catch (InterruptedException _) {
            LOG.warn("the events of calls were stopped on their way");
        } finally {
            stopped.countDown();
        }
    }

    private void write(List<CompanyEvent> some) throws InterruptedException {
        Map<CompanyId, List<CompanyEvent>> byCompany =
                some.stream().collect(Collectors.groupingBy(CompanyEvent::company));
        for (Map.Entry<CompanyId, List<CompanyEvent>> one : byCompany.entrySet()) {
            while (!written(one.getKey(), one.getValue())) {
                if (stopping.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    lost.addAndGet(one.getValue().size());
                    break;
                }
            }
        }
    }

    /** False: the database is away. */
    private boolean written(CompanyId company, List<CompanyEvent> some) {
        try {
            events.write(company, some);
            return true;
        } catch (DataAccessException away) {
            LOG.warn(
                    "company={} events wait for the database: {}",
                    company,
                    away.getClass().getSimpleName());
            return false;
        } catch (RuntimeException defect) {
            // Others must not wait for what cannot be written.
            LOG.error("company={} events cannot be written", company, defect);
            lost.addAndGet(some.size());
            return true;
        }
    }

    /** Events that were not written: too many waited, or the server ended without a database. */
    long lostTotal() {
        return lost.get();
    }

    @Override
    public void stop() {
        boolean was = running;
        running = false;
        stopping.countDown();
        waiting.close();
        try {
            if (was && !stopped.await(FOR_STOPPING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("events of calls were not written to their end");
            }
        } catch (InterruptedException _) {
            LOG.warn("the events of calls were stopped on their way");
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
