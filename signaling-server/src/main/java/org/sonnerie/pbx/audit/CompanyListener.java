package org.sonnerie.pbx.audit;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.sonnerie.pbx.brand.AddressChanged;
import org.sonnerie.pbx.brand.Brand;
import org.sonnerie.pbx.brand.LogoChanged;
import org.sonnerie.pbx.company.CompanyAdded;
import org.sonnerie.pbx.company.CompanyDeleted;
import org.sonnerie.pbx.company.CompanyExported;
import org.sonnerie.pbx.company.CompanyLimits;
import org.sonnerie.pbx.company.CompanySuspended;
import org.sonnerie.pbx.company.LimitsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what the provider does with a company. */
@Component
class CompanyListener {
    private final AuditLog log;
    private final Actors actors;

    CompanyListener(AuditLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    @EventListener
    void added(CompanyAdded event) {
        log.record(
                event.company().id(),
                actors.current(),
                AuditAction.COMPANY_ADDED,
                event.company().name(),
                List.of());
    }

    @EventListener
    void limited(LimitsChanged event) {
        log.record(
                event.company(),
                actors.current(),
                AuditAction.COMPANY_LIMITED,
                "",
                text(event.before()),
                text(event.after()));
    }

    /** In figures: people, numbers, calls, megabytes. */
    private static String text(CompanyLimits limits) {
        return String.join(
                " / ",
                text(limits.people()),
                text(limits.numbers()),
                text(limits.calls()),
                text(limits.megabytes()));
    }

    private static String text(OptionalInt limit) {
        return limit.isPresent() ? String.valueOf(limit.getAsInt()) : "–";
    }

    @EventListener
    void logo(LogoChanged event) {
        log.record(event.company(), actors.current(), AuditAction.LOGO_CHANGED, "", List.of());
    }

    @EventListener
    void reached(AddressChanged event) {
        log.record(
                event.company(),
                actors.current(),
                AuditAction.ADDRESS_CHANGED,
                "",
                text(event.before()),
                text(event.now()));
    }

    private static String text(Brand.Address address) {
        return String.join(
                " ",
                Stream.concat(address.host().stream(), address.path().map("/at/"::concat).stream())
                        .toList());
    }

    @EventListener
    void suspended(CompanySuspended event) {
        log.record(
                event.company(),
                actors.current(),
                event.suspended() ? AuditAction.COMPANY_SUSPENDED : AuditAction.COMPANY_RESUMED,
                "",
                List.of());
    }

    @EventListener
    void exported(CompanyExported event) {
        log.record(event.company(), actors.current(), AuditAction.COMPANY_EXPORTED, "", List.of());
    }

    /** Its own log is gone with it. */
    @EventListener
    void deleted(CompanyDeleted event) {
        log.record(
                event.by(),
                actors.current(),
                AuditAction.COMPANY_DELETED,
                event.company().name(),
                List.of());
    }
}
