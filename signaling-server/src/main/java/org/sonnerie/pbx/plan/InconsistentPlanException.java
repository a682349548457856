package org.sonnerie.pbx.plan;

import java.util.List;
import java.util.stream.Collectors;

/** A plan that cannot be published; names every place that is wrong. */
public final class InconsistentPlanException extends IllegalArgumentException {
    private final transient List<PlanProblem> problems;

    /**
     * Names what is wrong.
     *
     * @param problems at least one
     */
    public InconsistentPlanException(List<PlanProblem> problems) {
        super(problems.stream().map(PlanProblem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return at least one problem
     */
    public List<PlanProblem> problems() {
        return problems;
    }
}
