package org.sonnerie.pbx.rest;

import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.plan.PlanProblem;
import org.sonnerie.pbx.publish.ToldProblem;

/**
 * What is wrong in a plan, as the REST interface shows it.
 *
 * @param place where, such as {@code menu "Main", key 4}
 * @param what what is wrong there
 */
record PlanProblemAnswer(String place, String what) {
    /** In French as pages say it, in English by the names of the document's members. */
    static List<PlanProblemAnswer> all(
            List<PlanProblem> problems, Narrator narrator, Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage())
                ? ToldProblem.all(problems, narrator, locale).stream()
                        .map(one -> new PlanProblemAnswer(one.place(), one.what()))
                        .toList()
                : problems.stream()
                        .map(one -> new PlanProblemAnswer(one.place(), one.what()))
                        .toList();
    }
}
