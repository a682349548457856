package org.sonnerie.pbx.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.Retention;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.privacy.OldTraces;
import org.sonnerie.pbx.tables.CompanyDays;
import org.sonnerie.pbx.tables.CompanyDays.Kept;
import org.sonnerie.pbx.tables.CompanyDays.Kind;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.stereotype.Component;

/**
 * For how long each company keeps its audit log. Only what is proven to be as it was written goes:
 * what somebody changed stays, to be seen. Thread safe.
 */
@Component
public class AuditRetention implements OldTraces {
    /** The shortest time that can be set, in days. */
    public static final int SHORTEST_DAYS = 365;

    /** The longest, ten years. */
    public static final int LONGEST_DAYS = 3_650;

    private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);
    private static final int STEP = 500;

    private final CompanyDays days;
    private final DurableChange changes;
    private final AuditRows rows;
    private final AuditStarts starts;
    private final AuditLog log;
    private final Actors actors;

    AuditRetention(
            CompanyDays days,
            DurableChange changes,
            AuditRows rows,
            AuditStarts starts,
            AuditLog log,
            Actors actors) {
        this.days = days;
        this.changes = changes;
        this.rows = rows;
        this.starts = starts;
        this.log = log;
        this.actors = actors;
    }

    /**
     * For how long a company keeps its audit log.
     *
     * @param company which
     * @return days; empty: for good
     */
    public Optional<Integer> days(CompanyId company) {
        return days.of(company, Kind.AUDIT_LOG);
    }

    /**
     * Whether so many days can be set.
     *
     * @param days {@link #SHORTEST_DAYS} to {@link #LONGEST_DAYS}; empty: for good
     * @throws IllegalArgumentException if not
     */
    public static void check(Optional<Integer> days) {
        if (days.filter(one -> one < SHORTEST_DAYS || one > LONGEST_DAYS).isPresent()) {
            throw new IllegalArgumentException(
                    "an audit log is kept for " + SHORTEST_DAYS + " to " + LONGEST_DAYS + " days");
        }
    }

    /**
     * Sets it; durable on return, though what has become too old goes within the hour.
     *
     * @param company which
     * @param wanted {@link #SHORTEST_DAYS} to {@link #LONGEST_DAYS}; empty: for good
     * @throws IllegalArgumentException if that many cannot be set
     */
    public void keep(CompanyId company, Optional<Integer> wanted) {
        check(wanted);
        days.set(
                company,
                Kind.AUDIT_LOG,
                wanted,
                before ->
                        log.record(
                                company,
                                actors.current(),
                                AuditAction.AUDIT_RETENTION_SET,
                                "",
                                text(before),
                                text(wanted)));
    }

    private static String text(Optional<Integer> days) {
        return days.map(String::valueOf).orElse("");
    }

    @Override
    public void forgetOld(Instant now) {
        for (Kept one : days.all(Kind.AUDIT_LOG)) {
            int gone = forget(one.company(), Retention.oldBefore(now, one.days()));
            if (gone > 0) {
                LOG.info("audit log shortened: {} of company={}", gone, one.company().text());
            }
        }
    }

    private int forget(CompanyId company, Instant oldest) {
        int gone = 0;
        int some = STEP;
        while (some == STEP) {
            some = changes.make(company, () -> step(company, oldest));
            gone += some;
        }
        return gone;
    }

    /** The oldest entries, of which each proves the one before it. */
    private int step(CompanyId company, Instant oldest) {
        // Whoever adds an entry meanwhile waits.
        rows.lockedEnd(company);
        Optional<AuditStart> start = starts.find(company);
        AuditChain.End from = start.map(AuditStart::end).orElse(AuditChain.End.NOTHING);
        AuditChain chain = new AuditChain(company, from);
        List<AuditRow> old =
                rows.following(company, from.number(), STEP).stream()
                        .takeWhile(row -> row.at().isBefore(oldest))
                        .toList();
        List<AuditRow> proven =
                old.stream().takeWhile(row -> chain.step(row) instanceof ChainState.Whole).toList();
        if (proven.size() < old.size() || start.filter(one -> !one.proven()).isPresent()) {
            LOG.warn("the audit log of company={} is not as it was written", company.text());
            return 0;
        }
        if (!proven.isEmpty()) {
            starts.put(company, proven.getLast());
            rows.remove(company, proven.getLast().number());
        }
        return proven.size();
    }
}
