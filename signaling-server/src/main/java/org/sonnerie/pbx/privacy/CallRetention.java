package org.sonnerie.pbx.privacy;

import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.RegularWork;
import org.sonnerie.pbx.config.Retention;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.CompanyDays;
import org.sonnerie.pbx.tables.CompanyDays.Kept;
import org.sonnerie.pbx.tables.CompanyDays.Kind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * For how long each company keeps its calls; what is older is forgotten, and what other features
 * keep for times of their own in the same round. Thread safe.
 */
@Component
public class CallRetention implements SmartLifecycle {
    /** The longest time that can be set, in days: ten years. */
    public static final int LONGEST_DAYS = 3_650;

    private static final Logger LOG = LoggerFactory.getLogger(CallRetention.class);

    private final CompanyDays days;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<OldCalls> calls;
    private final ObjectProvider<OldTraces> others;
    private final InstantSource clock;
    private final RegularWork work = new RegularWork("retention-");
    private volatile boolean running;

    CallRetention(
            CompanyDays days,
            ApplicationEventPublisher events,
            ObjectProvider<OldCalls> calls,
            ObjectProvider<OldTraces> others,
            InstantSource clock) {
        this.days = days;
        this.events = events;
        this.calls = calls;
        this.others = others;
        this.clock = clock;
    }

    /**
     * For how long a company keeps its calls.
     *
     * @param company which
     * @return days; empty: for ever
     */
    public Optional<Integer> days(CompanyId company) {
        return days.of(company, Kind.CALLS);
    }

    /**
     * Whether so many days can be set.
     *
     * @param days 1 to {@link #LONGEST_DAYS}; empty: for ever
     * @throws IllegalArgumentException if not
     */
    public static void check(Optional<Integer> days) {
        if (days.filter(one -> one < 1 || one > LONGEST_DAYS).isPresent()) {
            throw new IllegalArgumentException("calls are kept for 1 to " + LONGEST_DAYS + " days");
        }
    }

    /**
     * Sets it; durable and in force on return, though what has become too old goes within the hour.
     *
     * @param company which
     * @param wanted 1 to {@link #LONGEST_DAYS}; empty: for ever
     * @throws IllegalArgumentException if that many cannot be set
     */
    public void keep(CompanyId company, Optional<Integer> wanted) {
        check(wanted);
        days.set(
                company,
                Kind.CALLS,
                wanted,
                before -> events.publishEvent(new RetentionChanged(company, before, wanted)));
    }

    /** Forgets what is too old now; what the database does not take is tried the next time. */
    void forget() {
        try {
            days.all(Kind.CALLS).forEach(this::forget);
            others.stream().forEach(one -> one.forgetOld(clock.instant()));
        } catch (DataAccessException away) {
            LOG.warn("what is old stays for now: {}", away.getClass().getSimpleName());
        }
    }

    private void forget(Kept one) {
        var oldest = Retention.oldBefore(clock.instant(), one.days());
        int gone = calls.stream().mapToInt(old -> old.forgetBefore(one.company(), oldest)).sum();
        if (gone > 0) {
            LOG.info("calls forgotten: {} of company={}", gone, one.company().text());
        }
    }

    @Override
    public void start() {
        work.every(Retention.BETWEEN_LOOKS, this::forget);
        running = true;
    }

    @Override
    public void stop() {
        work.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
