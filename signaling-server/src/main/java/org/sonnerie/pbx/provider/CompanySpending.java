package org.sonnerie.pbx.provider;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.spending.Amount;
import org.sonnerie.pbx.spending.Prices;
import org.sonnerie.pbx.spending.Spending;
import org.springframework.stereotype.Component;

/** How much of its spending limit a company uses, in words. Thread safe. */
@Component
public class CompanySpending {
    private final Prices prices;
    private final Spending spending;
    private final Published published;

    CompanySpending(Prices prices, Spending spending, Published published) {
        this.prices = prices;
        this.spending = spending;
        this.published = published;
    }

    /**
     * As pages show it.
     *
     * @param today what is spent
     * @param limit what may be spent in a day
     * @param usual what companies may spend that have no limit of their own
     * @param full no call that costs anything can begin
     */
    public record Shown(String today, String limit, String usual, boolean full) {}

    /**
     * One company's.
     *
     * @param company which
     * @param locale in whose way
     * @return in the currency of the price list
     */
    public Shown of(CompanyId company, Locale locale) {
        Day day = today(company);
        return new Shown(
                prices.shown(day.spent(), locale),
                prices.shown(day.limit(), locale),
                prices.shown(prices.list().daily(), locale),
                day.full());
    }

    /**
     * A company's day, in figures.
     *
     * @param spent so far
     * @param limit what may be spent
     */
    public record Day(Amount spent, Amount limit) {
        /**
         * Whether no call that costs anything can begin.
         *
         * @return true: the limit is reached
         */
        public boolean full() {
            return spent.compareTo(limit) >= 0;
        }
    }

    /**
     * How much a company has spent today.
     *
     * @param company which
     * @return in the currency of the price list
     */
    public Day today(CompanyId company) {
        return new Day(spending.today(company, zone(company)), spending.limit(company));
    }

    /**
     * Where its day begins.
     *
     * @param company which
     * @return UTC's as long as it has no plan: then it has no calls either
     */
    public ZoneId zone(CompanyId company) {
        return published.find(company).map(plan -> plan.facts().timeZone()).orElse(ZoneOffset.UTC);
    }

    Optional<Amount> ownLimit(CompanyId company) {
        return spending.ownLimit(company);
    }

    void limit(CompanyId company, Optional<Amount> daily) {
        spending.limit(company, daily);
    }
}
