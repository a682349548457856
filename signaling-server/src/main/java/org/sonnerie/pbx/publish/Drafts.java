package org.sonnerie.pbx.publish;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.DraftRefusedException.Why;
import org.sonnerie.pbx.runtime.DraftPlans;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A company's plan is worked on as a draft and then published. Whoever changes a draft says which
 * revision he has seen, so that nobody's work is lost unseen.
 */
@Component
public class Drafts implements DraftPlans {
    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);
    private static final int TRIES = 5;

    private final DraftRows rows;
    private final Published published;
    private final InstantSource clock;
    private final Durability durability;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;

    Drafts(
            DraftRows rows,
            Published published,
            InstantSource clock,
            Durability durability,
            DurableChange changes,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.published = published;
        this.clock = clock;
        this.durability = durability;
        this.changes = changes;
        this.events = events;
    }

    /**
     * The draft of a company.
     *
     * @param company whose
     * @return what is being worked on
     * @throws DraftRefusedException if there is none
     */
    public Draft of(CompanyId company) {
        return rows.find(company).orElseThrow(() -> new DraftRefusedException(Why.NO_DRAFT));
    }

    /**
     * As {@link #of}.
     *
     * @param company whose
     * @return empty: there is none
     */
    public Optional<Draft> find(CompanyId company) {
        return rows.find(company);
    }

    /**
     * Puts a draft; durable on return. Its parts need not fit together yet.
     *
     * @param company whose
     * @param document the plan document
     * @param by who
     * @param replaces the revision of the draft it replaces; empty: there is none
     * @return the draft as kept
     * @throws PlanDocumentException if the document cannot be read
     * @throws DraftRefusedException if the draft that is there is another one
     */
    public Draft put(CompanyId company, String document, PersonId by, Optional<String> replaces) {
        long basedOn = published.current(company).version().published();
        Draft draft = draft(company, basedOn, document, by);
        boolean kept = replaces.isPresent() ? rows.replace(replaces.get(), draft) : rows.add(draft);
        if (!kept) {
            throw new DraftRefusedException(
                    replaces.isPresent() ? Why.DRAFT_CHANGED : Why.DRAFT_EXISTS);
        }
        durability.force();
        return draft;
    }

    /**
     * Puts a changed draft in the place of the one it was made of; it stays based on the version it
     * was based on. Durable on return.
     *
     * @param before the draft that was changed
     * @param document what it says now
     * @param by who changed it
     * @return the draft as kept
     * @throws PlanDocumentException if the document cannot be read
     * @throws DraftRefusedException if the draft that is there is another one
     */
    Draft replace(Draft before, String document, PersonId by) {
        Draft draft = draft(before.plan().company(), before.basedOn(), document, by);
        if (!rows.replace(before.revision(), draft)) {
            throw new DraftRefusedException(Why.DRAFT_CHANGED);
        }
        durability.force();
        return draft;
    }

    /**
     * Has the draft follow a small change of what is in force. A draft that is based on something
     * else than what was changed stays so, and is told of it when it is published.
     *
     * @param before what was in force
     * @param after what is now
     * @param change of the draft's document
     */
    void follow(CompanyPlan before, CompanyPlan after, UnaryOperator<String> change) {
        for (int i = 1; i <= TRIES; i++) {
            Optional<Draft> draft = rows.find(before.company());
            if (draft.isEmpty()) {
                return;
            }
            Draft old = draft.get();
            long was = before.version().published();
            long basedOn = old.basedOn() == was ? after.version().published() : old.basedOn();
            Draft changed =
                    draft(after.company(), basedOn, change.apply(old.document()), old.changedBy());
            if (rows.replace(old.revision(), changed)) {
                return;
            }
        }
        LOG.warn(
                "company={}: the draft was changed all the time and does not follow",
                before.company());
    }

    /**
     * Brings a draft up to date that is based on a version which is in force no more: what was
     * changed since is in it, what it changes itself stays.
     *
     * @param company whose
     * @param by who asks for it
     * @return the draft as kept, based on what is in force
     * @throws DraftRefusedException if there is none, or it was changed meanwhile
     */
    public Draft renew(CompanyId company, PersonId by) {
        Draft old = of(company);
        CompanyPlan now = published.current(company);
        CompanyPlan base =
                published
                        .version(company, old.basedOn())
                        .orElseThrow(() -> new DraftRefusedException(Why.PLAN_CHANGED));
        String merged = PlanMerge.of(PlanWriter.write(base), old.document(), PlanWriter.write(now));
        Draft draft = draft(company, now.version().published(), merged, by);
        if (!rows.replace(old.revision(), draft)) {
            throw new DraftRefusedException(Why.DRAFT_CHANGED);
        }
        durability.force();
        return draft;
    }

    private Draft draft(CompanyId company, long basedOn, String document, PersonId by) {
        return new Draft(
                RandomText.id(),
                basedOn,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by,
                PlanReader.readUnchecked(company, basedOn, document));
    }

    /**
     * What somebody changes who does not write the whole document.
     *
     * @param company whose
     * @param replaces the revision of the draft that he has seen; empty: there is none
     * @return the draft's plan, or the published one
     * @throws DraftRefusedException if the draft that is there is another one
     */
    CompanyPlan base(CompanyId company, Optional<String> replaces) {
        if (replaces.isPresent()) {
            return expect(company, replaces).plan();
        }
        if (rows.find(company).isPresent()) {
            throw new DraftRefusedException(Why.DRAFT_EXISTS);
        }
        return published.current(company);
    }

    @Override
    public Optional<CompanyPlan> toTry(CompanyId company) {
        Optional<Draft> draft = rows.find(company);
        return draft.isEmpty()
                ? Optional.of(published.current(company))
                : draft.filter(one -> published.problems(one).isEmpty()).map(Draft::plan);
    }

    /**
     * Forgets a draft; durable on return.
     *
     * @param company whose
     * @param seen the revision that is meant; empty: whichever there is
     * @throws DraftRefusedException if there is none, or it is another one
     */
    public void discard(CompanyId company, Optional<String> seen) {
        Draft draft = expect(company, seen);
        changes.make(
                company,
                () -> {
                    if (!rows.remove(company, draft.revision())) {
                        throw new DraftRefusedException(Why.DRAFT_CHANGED);
                    }
                    events.publishEvent(new DraftDiscarded(draft, published.current(company)));
                });
    }

    /**
     * Publishes the draft, which is then a draft no more.
     *
     * @param company whose
     * @param by who
     * @param seen the revision that is meant; empty: whichever there is
     * @return the new version, in force
     * @throws DraftRefusedException if there is none, it is another one, or another version was
     *     published since it was put
     * @throws org.sonnerie.pbx.plan.InconsistentPlanException if its parts do not fit together or
     *     one of its prompts does not exist
     */
    public CompanyPlan publish(CompanyId company, PersonId by, Optional<String> seen) {
        Draft draft = expect(company, seen);
        CompanyPlan plan = published.publishAfter(draft, by);
        // Whoever changed it meanwhile keeps his draft, and is told that the plan has changed.
        boolean ignored = rows.remove(company, draft.revision());
        return plan;
    }

    private Draft expect(CompanyId company, Optional<String> seen) {
        Draft draft = of(company);
        if (seen.isPresent() && !seen.get().equals(draft.revision())) {
            throw new DraftRefusedException(Why.DRAFT_CHANGED);
        }
        return draft;
    }
}
