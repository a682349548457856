package org.sonnerie.pbx.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.sonnerie.pbx.company.CompanyDeleted;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.plan.CompanyFacts;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DialRules;
import org.sonnerie.pbx.plan.Flow;
import org.sonnerie.pbx.plan.InconsistentPlanException;
import org.sonnerie.pbx.plan.Outside;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.PlanProblem;
import org.sonnerie.pbx.plan.PlanVersion;
import org.sonnerie.pbx.plan.Prompts;
import org.sonnerie.pbx.plan.TrunkId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The published plans: the current one of each company in memory, all of them stored. */
@Component
public class Published {
    private static final String FIRST_EXTENSION = "101";

    private final PlanVersions versions;
    private final ApplicationEventPublisher events;
    private final Prompts prompts;
    private final CompanyTerms terms;
    private volatile CurrentPlans current;

    Published(
            PlanVersions versions,
            ApplicationEventPublisher events,
            Prompts prompts,
            CompanyTerms terms) {
        this.versions = versions;
        this.events = events;
        this.prompts = prompts;
        this.terms = terms;
        List<CompanyPlan> newest =
                versions.companies().stream()
                        .map(versions::newest)
                        .flatMap(Optional::stream)
                        .toList();
        this.current = CurrentPlans.of(newest);
    }

    /**
     * Publishes a new version; durable and in force on return.
     *
     * @param company whose
     * @param document the plan document (docs/plan-document.md)
     * @return the new version
     * @throws PlanDocumentException if the document cannot be read
     * @throws InconsistentPlanException if its parts do not fit together
     */
    public CompanyPlan publish(CompanyId company, String document) {
        return publish(company, document, Optional.empty(), Optional.empty());
    }

    /**
     * Publishes a draft, unless another version was published since it was put. Only here prompts
     * must exist: what was in force once can be loaded and brought back without them.
     *
     * @param draft to be published
     * @param by who does it
     * @return the new version
     * @throws DraftRefusedException if the draft is based on an older version
     * @throws InconsistentPlanException if its parts do not fit together or one of its prompts does
     *     not exist
     */
    synchronized CompanyPlan publishAfter(Draft draft, PersonId by) {
        CompanyId company = draft.plan().company();
        if (current(company).version().published() != draft.basedOn()) {
            throw new DraftRefusedException(DraftRefusedException.Why.PLAN_CHANGED);
        }
        demand(problems(draft.plan()));
        return publish(company, draft.document(), Optional.of(by), Optional.empty());
    }

    /**
     * Publishes a small change of the current plan.
     *
     * @param company whose
     * @param document the whole plan with the change in it
     * @param by who does it
     * @return the new version
     */
    synchronized CompanyPlan publishChanged(CompanyId company, String document, PersonId by) {
        return publish(company, document, Optional.of(by), Optional.empty());
    }

    /**
     * Takes the last publication back: the version before it is published anew. Done again, it goes
     * back one further.
     *
     * @param company whose
     * @param by who does it
     * @return the new version, which says what an older one said
     * @throws DraftRefusedException if there is no older one
     * @throws InconsistentPlanException if it has more than the company may have now
     */
    public synchronized CompanyPlan undo(CompanyId company, PersonId by) {
        PlanVersions.Version older =
                versions.before(company, current(company).version().published())
                        .orElseThrow(() ->
                                new DraftRefusedException(
                                        DraftRefusedException.Why.NOTHING_TO_UNDO));
        return publish(company, older.body(), Optional.of(by), Optional.of(older.version()));
    }

    /**
     * What must be mended before a draft can be published.
     *
     * @param draft to be looked at
     * @return every place that is wrong; empty: none
     */
    public List<PlanProblem> problems(Draft draft) {
        return problems(draft.plan());
    }

    /**
     * As {@link #problems(Draft)}.
     *
     * @param plan to be looked at
     * @return every place that is wrong; empty: none
     */
    List<PlanProblem> problems(CompanyPlan plan) {
        List<PlanProblem> problems = new ArrayList<>(plan.problems(prompts));
        problems.addAll(beyondLimits(plan));
        return List.copyOf(problems);
    }

    private List<PlanProblem> beyondLimits(CompanyPlan plan) {
        CompanyId company = plan.company();
        return PlanLimits.problems(plan, find(company), terms.of(company).limits());
    }

    private static void demand(List<PlanProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InconsistentPlanException(problems);
        }
    }

    /**
     * The current plan as a document.
     *
     * @param company whose
     * @return JSON (docs/plan-document.md)
     */
    public String document(CompanyId company) {
        return PlanWriter.write(current(company));
    }

    private synchronized CompanyPlan publish(
            CompanyId company, String document, Optional<PersonId> by, Optional<Long> restores) {
        long version = find(company).map(plan -> plan.version().published()).orElse(0L) + 1;
        CompanyPlan plan = PlanReader.read(company, version, document);
        demand(beyondLimits(plan));
        CurrentPlans next = current.with(plan);
        VersionAdded added = new VersionAdded(find(company), plan, restores);
        versions.add(plan, by, restores, () -> events.publishEvent(added));
        current = next;
        events.publishEvent(new PlanPublished(plan));
        return plan;
    }

    /**
     * The company is gone, and its plans are: none is in force any more.
     *
     * @param event tells which
     */
    @EventListener
    synchronized void deleted(CompanyDeleted event) {
        CompanyId company = event.company().id();
        current =
                CurrentPlans.of(
                        all().stream().filter(plan -> !plan.company().equals(company)).toList());
        events.publishEvent(new PlansWithdrawn(company));
    }

    /**
     * Publishes a company's first plan: one person, the usual codes, nothing outside yet.
     *
     * @param company a new one
     * @param facts of the company
     * @param person its first one
     * @param name the person's name
     * @return version 1
     */
    public CompanyPlan publishFirst(
            CompanyId company, CompanyFacts facts, PersonId person, String name) {
        Outside outside = new Outside(List.of(), List.of(), DialRules.usual(List.of()));
        CompanyPlan plan =
                new CompanyPlan(
                        company,
                        PlanVersion.of(1),
                        facts,
                        List.of(new Person(person, name, FIRST_EXTENSION).withVoicemail()),
                        List.of(),
                        Flow.ofMenus(),
                        List.of(),
                        outside);
        return publish(company, PlanWriter.write(plan));
    }

    /**
     * The current plan.
     *
     * @param company whose
     * @return empty: nothing was ever published
     */
    public Optional<CompanyPlan> find(CompanyId company) {
        return Optional.ofNullable(current.plans().get(company));
    }

    /**
     * The plan in force as it was published.
     *
     * @param company whose
     * @return its newest version
     * @throws NoSuchElementException if there is no such company
     */
    public CompanyPlan current(CompanyId company) {
        return find(company)
                .orElseThrow(() -> new NoSuchElementException("no plan of company " + company));
    }

    /**
     * A plan as it was published.
     *
     * @param company whose
     * @param version its number
     * @return empty if that version is not kept
     */
    public Optional<CompanyPlan> version(CompanyId company, long version) {
        return find(company)
                .filter(plan -> plan.version().published() == version)
                .or(() -> versions.version(company, version));
    }

    /**
     * The newest plans of all companies.
     *
     * @return one for each company
     */
    public List<CompanyPlan> all() {
        return List.copyOf(current.plans().values());
    }

    /**
     * The company a person belongs to.
     *
     * @param person who
     * @return empty if there is no such person
     */
    public Optional<CompanyId> companyOf(PersonId person) {
        return Optional.ofNullable(current.people().get(person));
    }

    /**
     * The company a trunk belongs to.
     *
     * @param trunk which
     * @return empty if there is no such trunk
     */
    public Optional<CompanyId> companyOf(TrunkId trunk) {
        return Optional.ofNullable(current.trunks().get(trunk));
    }
}
