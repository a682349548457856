package org.sonnerie.pbx.rest;

import java.util.Locale;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.publish.Draft;
import org.sonnerie.pbx.publish.PlanChanges;
import org.sonnerie.pbx.publish.Published;
import org.springframework.stereotype.Component;

/** Shows drafts, compared with what is published, in a reader's language. */
@Component
class DraftAnswers {
    private final Published published;
    private final Narrator narrator;

    DraftAnswers(Published published, Narrator narrator) {
        this.published = published;
        this.narrator = narrator;
    }

    DraftAnswer of(Draft draft, Locale locale) {
        var inForce = published.current(draft.plan().company());
        return new DraftAnswer(
                draft.revision(),
                draft.basedOn(),
                draft.changedAt(),
                draft.changedBy().text(),
                PlanChanges.told(inForce, draft.plan(), narrator, locale),
                PlanProblemAnswer.all(published.problems(draft), narrator, locale),
                draft.document());
    }
}
