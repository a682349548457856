package org.sonnerie.pbx.privacy;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.RegularWork;
import org.sonnerie.pbx.config.Retention;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.DurableChange;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
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

    private final Tables tables;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<OldCalls> calls;
    private final ObjectProvider<OldTraces> others;
    private final InstantSource clock;
    private final RegularWork work = new RegularWork("retention-");
    private volatile boolean running;

    CallRetention(
            Tables tables,
            DurableChange changes,
            ApplicationEventPublisher events,
            ObjectProvider<OldCalls> calls,
            ObjectProvider<OldTraces> others,
            InstantSource clock) {
        this.tables = tables;
        this.changes = changes;
        this.events = events;
        this.calls = calls;
        this.others = others;
        this.clock = clock;
    }

    private record Kept(CompanyId company, int days) {}

    /**
     * For how long a company keeps its calls.
     *
     * @param company which
     * @return days; empty: for ever
     */
    public Optional<Integer> days(CompanyId company) {
        return tables.of(company)
                .sql("select call_days from company where id = ? and call_days is not null")
                .param(company.text())
                .query(Integer.class)
                .optional();
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
     * @param days 1 to {@link #LONGEST_DAYS}; empty: for ever
     * @throws IllegalArgumentException if that many cannot be set
     */
    public void keep(CompanyId company, Optional<Integer> days) {
        check(days);
        Optional<Integer> before = days(company);
        if (before.equals(days)) {
            return;
        }
        changes.make(
                company,
                () -> {
                    tables.of(company)
                            .sql("update company set call_days = cast(? as int) where id = ?")
                            .param(days.orElse(null))
                            .param(company.text())
                            .update();
                    events.publishEvent(new RetentionChanged(company, before, days));
                });
    }

    /** Forgets what is too old now; what the database does not take is tried the next time. */
    void forget() {
        try {
            kept().forEach(this::forget);
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

    private List<Kept> kept() {
        return tables.across(ProviderWork.RETENTION)
                .sql("select id, call_days from company where call_days is not null order by id")
                .query((row, _) -> new Kept(new CompanyId(row.getString(1)), row.getInt(2)))
                .list();
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
