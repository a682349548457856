package org.sonnerie.pbx.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.history.Retelling.Step;
import org.sonnerie.pbx.runtime.LoggedCall;

/**
 * A call told in sentences: what happened, and why. Pure: from the call's log and its plan.
 *
 * @param over false: the call goes on
 * @param verdict the whole in one sentence
 * @param lines what happened, in order
 */
public record Story(boolean over, Sentence verdict, List<StoryLine> lines) {
    /** Copies the list. */
    public Story {
        lines = List.copyOf(lines);
    }

    /**
     * Tells a call.
     *
     * @param call over or not
     * @return its story so far
     * @throws IllegalArgumentException if the log does not begin as a call does
     */
    public static Story of(LoggedCall call) {
        List<Step> steps = Retelling.of(call);
        Teller teller = new Teller(call.plan());
        List<StoryLine> lines = new ArrayList<>();
        for (Step step : steps) {
            teller.tell(step).forEach(sentence -> lines.add(new StoryLine(step.at(), sentence)));
        }
        Call last = steps.getLast().call();
        Sentence verdict =
                last.ended() ? verdict(CallRecord.of(call)) : Sentence.of("story.verdict.goes-on");
        return new Story(last.ended(), verdict, lines);
    }

    /**
     * A call in one sentence.
     *
     * @param call with its legs
     * @return who answered and how long they talked, or why nobody did
     */
    static Sentence verdict(CallRecord call) {
        String talked = clock(call.outcome().talked());
        Optional<RecordedLeg> first =
                call.legs().stream()
                        .skip(1)
                        .filter(leg -> leg.times().answered().isPresent())
                        .min(Comparator.comparing(leg -> leg.times().answered().orElseThrow()));
        if (first.isPresent()) {
            RecordedLeg leg = first.get();
            Duration waited =
                    Duration.between(call.time().began(), leg.times().answered().orElseThrow());
            return Sentence.of(
                    "story.verdict.answered", leg.who().phrase(), Teller.seconds(waited), talked);
        }
        if (call.outcome().answered().isPresent()) {
            return Sentence.of("story.verdict.in-room", call.way().ledTo().sentence(), talked);
        }
        return Sentence.of(
                "story.verdict.not-answered",
                call.outcome().why().map(EndWords::of).orElse(Sentence.of("end.unknown")));
    }

    /**
     * A time as people read it.
     *
     * @param time how long
     * @return minutes and whole seconds, such as 1:05
     */
    public static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
