package org.sonnerie.pbx.history;

import org.sonnerie.pbx.call.Manner;
import org.sonnerie.pbx.call.SupervisionReason;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;

/** A sentence for each thing that a supervisor does in a call. Pure. */
final class SupervisionWords {
    private final CompanyPlan plan;

    /**
     * For a plan.
     *
     * @param plan where names stand
     */
    SupervisionWords(CompanyPlan plan) {
        this.plan = plan;
    }

    Sentence of(SupervisionReason reason) {
        return switch (reason) {
            case SupervisionReason.Wished(var by, var manner, String why) ->
                    Sentence.of(wished(manner), name(by), why);
            case SupervisionReason.Began(var by, var manner) -> now(by, manner);
            case SupervisionReason.Changed(var by, var manner) -> now(by, manner);
            case SupervisionReason.Ended(var by) ->
                    Sentence.of("story.supervision.ended", name(by));
        };
    }

    private static String wished(Manner manner) {
        return switch (manner) {
            case LISTEN -> "story.supervision.wished.listen";
            case WHISPER -> "story.supervision.wished.whisper";
            case BARGE -> "story.supervision.wished.barge";
        };
    }

    private Sentence now(PersonId by, Manner manner) {
        String key =
                switch (manner) {
                    case LISTEN -> "story.supervision.now.listen";
                    case WHISPER -> "story.supervision.now.whisper";
                    case BARGE -> "story.supervision.now.barge";
                };
        return Sentence.of(key, name(by));
    }

    private Phrase name(PersonId person) {
        return RecordedParty.of(plan, person).phrase();
    }
}
