package org.sonnerie.pbx.history;

import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingReason;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PersonId;

/** A sentence for each thing that happens to a recording. Pure. */
final class RecordingWords {
    private final CompanyPlan plan;

    /**
     * For a plan.
     *
     * @param plan where names stand
     */
    RecordingWords(CompanyPlan plan) {
        this.plan = plan;
    }

    Sentence of(RecordingReason reason) {
        return switch (reason) {
            case RecordingReason.Began(var by) ->
                    by.map(person -> say("recording.began", person))
                            .orElseGet(() -> Sentence.of("story.recording.began-by-rule"));
            case RecordingReason.Wanted(var by) -> say("recording.wanted", by);
            case RecordingReason.Asked(var who) -> say("recording.asked", who);
            case RecordingReason.Agreed(var who) -> say("recording.agreed", who);
            case RecordingReason.Refused(var who, boolean said) ->
                    said ? say("recording.refused", who) : say("recording.not-answered", who);
            case RecordingReason.Paused(var by) -> say("recording.paused", by);
            case RecordingReason.Resumed(var by) -> say("recording.resumed", by);
            case RecordingReason.Ended(var by) ->
                    by.map(person -> say("recording.stopped", person))
                            .orElseGet(() -> Sentence.of("story.recording.ended"));
            case RecordingReason.Conference(var room, boolean recorded) ->
                    Sentence.of(
                            recorded
                                    ? "story.recording.conference"
                                    : "story.recording.conference-over",
                            Place.of(plan, new Destination.ToRoom(room)).sentence());
            case RecordingReason.Broke() -> Sentence.of("story.recording.broke");
            case RecordingReason.NotTold(var who) -> say("recording.not-told", who);
        };
    }

    private static Sentence say(String key, Named who) {
        if (who.name().isEmpty() && who.number().isEmpty()) {
            return Sentence.of("story." + key, Sentence.of("story.withheld"));
        }
        return Sentence.of("story." + key, who.name().isEmpty() ? who.number() : who.name());
    }

    private Sentence say(String key, PersonId person) {
        return Sentence.of("story." + key, RecordedParty.of(plan, person).phrase());
    }
}
