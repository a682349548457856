package org.sonnerie.pbx.spending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.company.CompanyDeleted;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.runtime.SpendingBelt;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What each company spends on calls to outside in a day of its own clock, and how much it may. The
 * sums are in memory, since each call asks; the database follows within seconds. Thread safe.
 */
@Component
public class Spending implements SpendingBelt {
    private static final Logger LOG = LoggerFactory.getLogger(Spending.class);

    /** The day before today begins later than this everywhere on earth. */
    private static final Duration LATELY = Duration.ofDays(3);

    private final Prices prices;
    private final SpendingRows rows;
    private final InstantSource clock;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private final Map<CompanyId, Amount> limits = new ConcurrentHashMap<>();
    private final Map<CompanyId, Book> books = new ConcurrentHashMap<>();
    private final Map<LegId, CompanyId> whose = new ConcurrentHashMap<>();

    Spending(
            Prices prices,
            SpendingRows rows,
            InstantSource clock,
            DurableChange changes,
            ApplicationEventPublisher events) {
        this.prices = prices;
        this.rows = rows;
        this.clock = clock;
        this.changes = changes;
        this.events = events;
        rows.limits().forEach(one -> limits.put(one.company(), one.daily()));
        LocalDate first = LocalDate.ofInstant(clock.instant().minus(LATELY), ZoneOffset.UTC);
        rows.since(first)
                .forEach(one -> with(one.company(), book -> book.restore(one.day(), one.sum())));
    }

    private void with(CompanyId company, Consumer<Book> what) {
        books.compute(
                company,
                (_, known) -> {
                    Book book = known == null ? new Book() : known;
                    what.accept(book);
                    return book;
                });
    }

    /** Of a company that was deleted meanwhile there is no book. */
    private void ofKnown(CompanyId company, Consumer<Book> what) {
        books.computeIfPresent(
                company,
                (_, book) -> {
                    what.accept(book);
                    return book;
                });
    }

    @Override
    public boolean begin(LegId leg, CompanyPlan plan, String number) {
        CompanyId company = plan.company();
        Meter meter = new Meter(prices.list().price(number), plan.facts().timeZone());
        Amount daily = limit(company);
        boolean[] begins = new boolean[1];
        with(company, book -> begins[0] = book.begin(leg, meter, daily, clock.instant()));
        if (begins[0]) {
            whose.put(leg, company);
        } else {
            LOG.warn("company={} leg={} goes not out: the day's limit is spent", company, leg);
        }
        return begins[0];
    }

    @Override
    public void answered(LegId leg) {
        Instant now = clock.instant();
        Optional.ofNullable(whose.get(leg))
                .ifPresent(company -> ofKnown(company, book -> book.answered(leg, now)));
    }

    @Override
    public void ended(LegId leg) {
        Instant now = clock.instant();
        Optional.ofNullable(whose.remove(leg))
                .ifPresent(company -> ofKnown(company, book -> book.ended(leg, now)));
    }

    /**
     * What a company may spend in a day.
     *
     * @param company which
     * @return its own limit, or the one of all
     */
    public Amount limit(CompanyId company) {
        return ownLimit(company).orElseGet(() -> prices.list().daily());
    }

    /**
     * What the provider lets just this company spend in a day.
     *
     * @param company which
     * @return empty: as much as all
     */
    public Optional<Amount> ownLimit(CompanyId company) {
        return Optional.ofNullable(limits.get(company));
    }

    /**
     * Sets a company's limit; durable and in force on return. Calls that run go on.
     *
     * @param company which
     * @param daily from now on; empty: the one of all
     */
    public void limit(CompanyId company, Optional<Amount> daily) {
        Optional<Amount> before = ownLimit(company);
        if (before.equals(daily)) {
            return;
        }
        changes.make(
                company,
                () -> {
                    rows.limit(company, daily);
                    events.publishEvent(new SpendingLimited(company, before, daily));
                });
        daily.ifPresentOrElse(limit -> limits.put(company, limit), () -> limits.remove(company));
    }

    /**
     * What a company has spent today, calls that run or ring included.
     *
     * @param company which
     * @param zone of its clock
     * @return what is compared with its limit
     */
    public Amount today(CompanyId company, ZoneId zone) {
        Instant now = clock.instant();
        Amount[] sum = {Amount.ZERO};
        ofKnown(company, book -> sum[0] = book.reckoned(LocalDate.ofInstant(now, zone), now));
        return sum[0];
    }

    /**
     * What it spent in the days before.
     *
     * @param company which
     * @param zone of its clock
     * @param days how many, today being the first
     * @return the newest first; without days of nothing, and without today
     */
    public List<Spent> before(CompanyId company, ZoneId zone, int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return rows.since(company, today.minusDays(days - 1L)).entrySet().stream()
                .filter(one -> one.getKey().isBefore(today))
                .map(one -> new Spent(one.getKey(), one.getValue()))
                .toList();
    }

    @EventListener
    void deleted(CompanyDeleted event) {
        limits.remove(event.company().id());
        books.remove(event.company().id());
    }

    /** Puts what has changed into the database; what cannot be put there now is so later. */
    synchronized void store() {
        books.keySet().forEach(this::store);
    }

    private void store(CompanyId company) {
        Map<LocalDate, Amount> sums = new ConcurrentHashMap<>();
        ofKnown(company, book -> sums.putAll(book.takeChanged(clock.instant())));
        try {
            sums.forEach((day, sum) -> rows.put(new SpendingRows.Day(company, day, sum)));
        } catch (DataAccessException away) {
            LOG.warn("company={} what it spent is kept later: {}", company, away.getMessage());
            ofKnown(company, book -> book.changed(sums.keySet()));
        }
    }

    /** Puts what running calls have cost so far into the database. */
    void storeRunning() {
        Instant now = clock.instant();
        books.keySet().forEach(company -> ofKnown(company, book -> book.runsOn(now)));
        store();
    }
}
