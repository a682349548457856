package org.sonnerie.pbx.audit;

import java.util.Optional;
import org.sonnerie.pbx.spending.Amount;
import org.sonnerie.pbx.spending.PriceList;
import org.sonnerie.pbx.spending.PricesChanged;
import org.sonnerie.pbx.spending.SpendingLimited;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what the provider lets companies spend. */
@Component
class SpendingListener {
    private final AuditLog log;
    private final Actors actors;

    SpendingListener(AuditLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    @EventListener
    void limited(SpendingLimited event) {
        log.record(
                event.company(),
                actors.current(),
                AuditAction.SPENDING_LIMITED,
                "",
                text(event.before()),
                text(event.after()));
    }

    private static String text(Optional<Amount> limit) {
        return limit.map(Amount::text).orElse("–");
    }

    @EventListener
    void priced(PricesChanged event) {
        log.record(
                event.provider(),
                actors.current(),
                AuditAction.PRICES_SET,
                "",
                text(event.before()),
                text(event.after()));
    }

    /** The daily limit, the usual price, and how many beginnings have one of their own. */
    private static String text(PriceList list) {
        return "%s %s / %s / %d"
                .formatted(
                        list.currency().getCurrencyCode(),
                        list.daily().text(),
                        list.usual().text(),
                        list.perMinute().size());
    }
}
