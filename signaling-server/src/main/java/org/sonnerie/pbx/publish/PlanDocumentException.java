package org.sonnerie.pbx.publish;

import org.sonnerie.pbx.plan.PlanProblem;

/** A plan document that cannot be read; the message names the place and what is wrong there. */
public final class PlanDocumentException extends RuntimeException {
    private final transient PlanProblem problem;

    PlanDocumentException(String place, String what) {
        super(place.isEmpty() ? what : place + ": " + what);
        problem = new PlanProblem(place, what);
    }

    /**
     * What is wrong.
     *
     * @return the place, such as {@code menus[0].keys.1} (empty: the whole), and what is wrong
     *     there
     */
    public PlanProblem problem() {
        return problem;
    }
}
