package org.sonnerie.pbx.runtime;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.runtime.EventLog.EventLogUnavailable;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;
import org.sonnerie.pbx.runtime.EventLog.SetAside;
import org.springframework.context.SmartLifecycle;

/**
 * Takes up, before the first page can connect, the calls that the process before left, and leaves
 * those of this one in order while carriers, relay and log still work. A call that cannot be taken
 * up is set aside once; it keeps neither the others nor the server from starting.
 */
final class Recovery implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final LiveCalls calls;
    private final EventLog log;
    private final Plans plans;
    private final InstantSource clock;
    private final AtomicLong setAside = new AtomicLong();
    private volatile boolean running;

    Recovery(LiveCalls calls, EventLog log, Plans plans, InstantSource clock) {
        this.calls = calls;
        this.log = log;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public void start() {
        takeUpAll();
        running = true;
    }

    /** Replays the log of each call that did not end. */
    void takeUpAll() {
        var unfinished = log.unfinished();
        unfinished.unreadable().forEach(this::setUnreadableAside);
        unfinished.readable().forEach(this::takeUp);
    }

    /** The message alone: what lies below it may repeat what stands in the event. */
    private void setUnreadableAside(String call, Exception flaw) {
        LOG.error("call={} is set aside: {}", call, flaw.getMessage());
        setAside(call, SetAside.UNREADABLE);
    }

    private void takeUp(List<LoggedEvent> events) {
        var first = events.getFirst();
        try {
            var plan = plans.version(first.company(), first.planVersion());
            if (plan.isPresent()) {
                takeUp(plan.get(), events);
            } else {
                LOG.error(
                        "call={} is set aside: version {} of its plan is gone",
                        first.call(),
                        first.planVersion());
                setAside(first.call().text(), SetAside.PLAN_GONE);
            }
        } catch (RuntimeException defect) {
            LOG.error("call={} is set aside: it cannot be replayed", first.call(), defect);
            setAside(first.call().text(), SetAside.NOT_REPLAYABLE);
        }
    }

    private void takeUp(CompanyPlan plan, List<LoggedEvent> events) {
        var id = events.getFirst().call();
        var history = events.stream().map(LoggedEvent::event).toList();
        calls.takeUp(Call.replay(id, plan, history), events.getLast().sequence());
        LOG.info("call={} taken up after {} events", id, events.size());
    }

    private void setAside(String call, SetAside why) {
        setAside.incrementAndGet();
        try {
            log.setAside(call, clock.instant(), why);
        } catch (EventLogUnavailable e) {
            LOG.error("call={} stays unfinished in the log: {}", call, e.getMessage());
        }
    }

    /** How many calls were set aside since the start. */
    long setAsideTotal() {
        return setAside.get();
    }

    @Override
    public void stop() {
        calls.leave();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
