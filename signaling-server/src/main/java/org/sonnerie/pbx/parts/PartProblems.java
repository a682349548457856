package org.sonnerie.pbx.parts;

import java.util.List;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.plan.PlanProblem;

/** Puts what is wrong with a plan beside the fields of a form. */
final class PartProblems {
    private PartProblems() {}

    static PartForm beside(PartForm form, String id, List<PlanProblem> problems) {
        List<Phrase> all =
                problems.stream()
                        .map(problem -> (Phrase) new Phrase.Plain(problem.toString()))
                        .toList();
        return new PartForm(form.kind(), form.id(), form.fields(), form.seen(), all);
    }
}
