package org.sonnerie.pbx.audit;

import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.publish.DraftDiscarded;
import org.sonnerie.pbx.publish.PlanChanges;
import org.sonnerie.pbx.publish.VersionAdded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down what became of a plan, as sentences in the company's language: an entry is not to say
 * something else when the words of a later version do.
 */
@Component
class PlanListener {
    private final AuditLog log;
    private final Actors actors;
    private final Narrator narrator;

    PlanListener(AuditLog log, Actors actors, Narrator narrator) {
        this.log = log;
        this.actors = actors;
        this.narrator = narrator;
    }

    @EventListener
    void versionAdded(VersionAdded event) {
        CompanyPlan plan = event.plan();
        log.record(
                plan.company(),
                actors.current(),
                event.restores().isPresent() ? AuditAction.PLAN_UNDONE : AuditAction.PLAN_PUBLISHED,
                String.valueOf(plan.version().published()),
                event.before().map(before -> between(before, plan)).orElse(List.of()));
    }

    @EventListener
    void draftDiscarded(DraftDiscarded event) {
        CompanyPlan inForce = event.inForce();
        log.record(
                inForce.company(),
                actors.current(),
                AuditAction.DRAFT_DISCARDED,
                event.draft().revision(),
                between(inForce, event.draft().plan()));
    }

    private List<AuditChange> between(CompanyPlan before, CompanyPlan after) {
        Locale language = Locale.of(before.facts().language());
        return PlanChanges.between(before, after).stream()
                .map(change -> change.sides(narrator, language))
                .map(sides -> new AuditChange(sides.place(), sides.before(), sides.after()))
                .toList();
    }
}
