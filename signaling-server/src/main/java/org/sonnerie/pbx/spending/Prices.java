package org.sonnerie.pbx.spending;

import java.util.Locale;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The provider's price list. Kept in memory too, since each call asks. Thread safe. */
@Component
public class Prices {
    private final PriceRows rows;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private volatile PriceList list;

    Prices(PriceRows rows, DurableChange changes, ApplicationEventPublisher events) {
        this.rows = rows;
        this.changes = changes;
        this.events = events;
        this.list = rows.read();
    }

    /**
     * The list in force.
     *
     * @return of all companies
     */
    public PriceList list() {
        return list;
    }

    /**
     * An amount as it is shown.
     *
     * @param amount in the list's currency
     * @param locale in whose way
     * @return such as {@code €12.50}
     */
    public String shown(Amount amount, Locale locale) {
        return amount.shown(list.currency(), locale);
    }

    /**
     * Sets another list; durable and in force on return, for calls that begin from now on.
     *
     * @param provider the company of whoever does it
     * @param wanted the list
     */
    public synchronized void set(CompanyId provider, PriceList wanted) {
        PriceList before = list;
        if (before.equals(wanted)) {
            return;
        }
        changes.make(
                provider,
                () -> {
                    rows.replace(provider, wanted);
                    events.publishEvent(new PricesChanged(provider, before, wanted));
                });
        list = wanted;
    }
}
