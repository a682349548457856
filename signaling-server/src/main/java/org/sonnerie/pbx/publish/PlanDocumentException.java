package org.sonnerie.pbx.publish;

import org.sonnerie.pbx.plan.Flaw;
import org.sonnerie.pbx.plan.PlanProblem;
import org.sonnerie.pbx.plan.Spot;

/** A plan document that cannot be read; the message names the place and what is wrong there. */
public final class PlanDocumentException extends RuntimeException {
    private final transient PlanProblem problem;

    PlanDocumentException(Spot spot, Flaw flaw) {
        this(new PlanProblem(spot, flaw));
    }

    private PlanDocumentException(PlanProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /**
     * What is wrong.
     *
     * @return called by its path in the document, such as {@code menus[0].keys.1} (empty: the
     *     whole); its element as far as the document says it
     */
    public PlanProblem problem() {
        return problem;
    }
}
