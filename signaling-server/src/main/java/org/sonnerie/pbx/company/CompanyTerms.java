package org.sonnerie.pbx.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.runtime.CallTerms;
import org.sonnerie.pbx.tables.DurableChange;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the provider lets each company do: its limits, and whether it is suspended. Kept in memory
 * too, since each call and each request asks. Thread safe.
 */
@Component
public class CompanyTerms implements CallTerms {
    private final Tables tables;
    private final InstantSource clock;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private final Map<CompanyId, Terms> known = new ConcurrentHashMap<>();

    CompanyTerms(
            Tables tables,
            InstantSource clock,
            DurableChange changes,
            ApplicationEventPublisher events) {
        this.tables = tables;
        this.clock = clock;
        this.changes = changes;
        this.events = events;
        tables.across(ProviderWork.START)
                .sql(
                        "select id, most_people, most_numbers, most_calls, most_megabytes,"
                                + " suspended_at from company")
                .query((row, _) -> known.put(new CompanyId(row.getString("id")), terms(row)))
                .list();
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                new CompanyLimits(
                        number(row, "most_people"),
                        number(row, "most_numbers"),
                        number(row, "most_calls"),
                        number(row, "most_megabytes")),
                Optional.ofNullable(row.getObject("suspended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /**
     * What a company is let do.
     *
     * @param company which
     * @return its terms; of an unknown one: no limits
     */
    public Terms of(CompanyId company) {
        return known.getOrDefault(company, Terms.NONE);
    }

    @EventListener
    void deleted(CompanyDeleted event) {
        known.remove(event.company().id());
    }

    @Override
    public int mostCalls(CompanyId company) {
        return of(company).limits().calls().orElse(Integer.MAX_VALUE);
    }

    @Override
    public boolean suspended(CompanyId company) {
        return of(company).suspended();
    }

    /**
     * Sets limits; durable and in force on return. What there is beyond them stays.
     *
     * @param company whose
     * @param limits from now on
     */
    public void limit(CompanyId company, CompanyLimits limits) {
        Terms before = of(company);
        if (before.limits().equals(limits)) {
            return;
        }
        changes.make(
                company,
                () -> {
                    tables.of(company)
                            .sql(
                                    "update company set most_people = ?, most_numbers = ?,"
                                            + " most_calls = ?, most_megabytes = ? where id = ?")
                            .param(number(limits.people()))
                            .param(number(limits.numbers()))
                            .param(number(limits.calls()))
                            .param(number(limits.megabytes()))
                            .param(company.text())
                            .update();
                    events.publishEvent(new LimitsChanged(company, before.limits(), limits));
                });
        known.put(company, new Terms(limits, before.suspendedAt()));
    }

    private static @Nullable Integer number(OptionalInt limit) {
        return limit.isPresent() ? limit.getAsInt() : null;
    }

    /**
     * Suspends a company, or lets it go on; durable and in force on return. Its sessions are the
     * caller's business.
     *
     * @param company which
     * @param suspended whether it can do nothing from now on
     */
    public void suspend(CompanyId company, boolean suspended) {
        Terms before = of(company);
        if (before.suspended() == suspended) {
            return;
        }
        Optional<Instant> since =
                suspended
                        ? Optional.of(clock.instant().truncatedTo(ChronoUnit.MICROS))
                        : Optional.empty();
        changes.make(
                company,
                () -> {
                    tables.of(company)
                            .sql("update company set suspended_at = ? where id = ?")
                            .param(since.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                            .param(company.text())
                            .update();
                    events.publishEvent(new CompanySuspended(company, suspended));
                });
        known.put(company, new Terms(before.limits(), since));
    }
}
