package org.sonnerie.pbx.rest;

import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.plan.InconsistentPlanException;
import org.sonnerie.pbx.plan.PlanProblem;
import org.sonnerie.pbx.publish.DraftRefusedException;
import org.sonnerie.pbx.publish.PlanDocumentException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what is wrong with a request about a plan (RFC 9457), with the places named. */
@RestControllerAdvice(assignableTypes = {PlanController.class, HolidaysController.class})
class PlanProblems {
    private final Narrator narrator;

    PlanProblems(Narrator narrator) {
        this.narrator = narrator;
    }

    @ExceptionHandler
    ProblemDetail unreadable(PlanDocumentException refused, Locale locale) {
        return withPlaces(
                "The document cannot be read",
                List.of(refused.problem()),
                PlanProblemAnswer.all(List.of(refused.problem()), narrator, locale));
    }

    @ExceptionHandler
    ProblemDetail inconsistent(InconsistentPlanException refused, Locale locale) {
        return withPlaces(
                "The plan does not fit together",
                refused.problems(),
                PlanProblemAnswer.all(refused.problems(), narrator, locale));
    }

    @ExceptionHandler
    ProblemDetail refused(DraftRefusedException refused) {
        return ProblemDetail.forStatusAndDetail(
                status(refused.why()), String.valueOf(refused.getMessage()));
    }

    private static HttpStatus status(DraftRefusedException.Why why) {
        return switch (why) {
            case NO_DRAFT -> HttpStatus.NOT_FOUND;
            case DRAFT_EXISTS -> HttpStatus.PRECONDITION_REQUIRED;
            case DRAFT_CHANGED -> HttpStatus.PRECONDITION_FAILED;
            case PLAN_CHANGED, NOTHING_TO_UNDO -> HttpStatus.CONFLICT;
        };
    }

    /** Title and detail are for whoever writes the script, the problems for who uses it. */
    private static ProblemDetail withPlaces(
            String title, List<PlanProblem> problems, List<PlanProblemAnswer> told) {
        ProblemDetail detail = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        detail.setTitle(title);
        detail.setDetail(String.join("; ", problems.stream().map(PlanProblem::toString).toList()));
        detail.setProperty("problems", told);
        return detail;
    }
}
