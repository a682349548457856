package org.sonnerie.pbx.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.InconsistentPlanException;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.PlanProblem;
import org.springframework.stereotype.Component;

/**
 * Small changes of a plan: in force at once, or in the draft. What is changed at once is changed in
 * the draft too, so that publishing it later does not take it back. Thread safe.
 */
@Component
public class PlanEdits {
    private static final int TRIES = 5;

    private final Published published;
    private final Drafts drafts;

    PlanEdits(Published published, Drafts drafts) {
        this.published = published;
        this.drafts = drafts;
    }

    /**
     * Changes what is in force; durable on return.
     *
     * @param company whose
     * @param by who does it
     * @param change from one plan document to another
     * @param inDraft the same change of the draft, where there is one
     * @return the new version
     * @throws PlanDocumentException if the changed document cannot be read
     * @throws InconsistentPlanException for what does not fit together and did before
     */
    public CompanyPlan now(
            CompanyId company,
            PersonId by,
            UnaryOperator<String> change,
            UnaryOperator<String> inDraft) {
        synchronized (published) {
            CompanyPlan before = published.current(company);
            String document = change.apply(PlanWriter.write(before));
            CompanyPlan after =
                    PlanReader.readUnchecked(company, before.version().published(), document);
            List<PlanProblem> problems = new ArrayList<>(published.problems(after));
            problems.removeAll(published.problems(before));
            if (!problems.isEmpty()) {
                throw new InconsistentPlanException(problems);
            }
            CompanyPlan plan = published.publishChanged(company, document, by);
            drafts.follow(before, plan, inDraft);
            return plan;
        }
    }

    /**
     * Changes the draft; makes one of the published plan where there is none. Durable on return.
     *
     * @param company whose
     * @param by who does it
     * @param change from one plan document to another; may be asked more than once
     * @return the draft as kept
     * @throws PlanDocumentException if the changed document cannot be read
     * @throws DraftRefusedException if others change it all the time
     */
    public Draft draft(CompanyId company, PersonId by, UnaryOperator<String> change) {
        for (int i = 1; ; i++) {
            Optional<Draft> draft = drafts.find(company);
            try {
                return draft.isPresent()
                        ? drafts.replace(draft.get(), change.apply(draft.get().document()), by)
                        : drafts.put(
                                company,
                                change.apply(published.document(company)),
                                by,
                                Optional.empty());
            } catch (DraftRefusedException meanwhile) {
                if (i == TRIES) {
                    throw meanwhile;
                }
            }
        }
    }

    /**
     * Takes a publication back, unless another followed it; a draft that was made of it no longer
     * has what it changed.
     *
     * @param company whose
     * @param by who does it
     * @param version the publication
     * @return the new version, which says what an older one said
     * @throws DraftRefusedException if another version is in force, or there is no older one
     */
    public CompanyPlan undo(CompanyId company, PersonId by, long version) {
        synchronized (published) {
            if (published.current(company).version().published() != version) {
                throw new DraftRefusedException(DraftRefusedException.Why.PLAN_CHANGED);
            }
            CompanyPlan older = published.undo(company, by);
            if (drafts.find(company).filter(draft -> draft.basedOn() == version).isPresent()) {
                drafts.renew(company, by);
            }
            return older;
        }
    }

    /**
     * The document that would be changed.
     *
     * @param company whose
     * @param inDraft whether the draft is meant, where there is one
     * @return JSON (docs/plan-document.md)
     */
    public String document(CompanyId company, boolean inDraft) {
        return PlanWriter.write(plan(company, inDraft));
    }

    /**
     * As {@link #document}.
     *
     * @param company whose
     * @param inDraft whether the draft is meant, where there is one
     * @return the plan
     */
    public CompanyPlan plan(CompanyId company, boolean inDraft) {
        return Optional.of(company)
                .filter(_ -> inDraft)
                .flatMap(drafts::find)
                .map(Draft::plan)
                .orElseGet(() -> published.current(company));
    }
}
