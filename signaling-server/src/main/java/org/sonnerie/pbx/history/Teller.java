package org.sonnerie.pbx.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.Leg;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Reason;
import org.sonnerie.pbx.history.Retelling.Step;
import org.sonnerie.pbx.plan.CompanyPlan;

/**
 * Tells each step of a call: the event itself where it says something, then the reasons, then what
 * only the legs show. Pure; used for one call and then gone.
 */
final class Teller {
    private final CompanyPlan plan;
    private final Map<LegId, Instant> began = new HashMap<>();

    Teller(CompanyPlan plan) {
        this.plan = plan;
    }

    List<Sentence> tell(Step step) {
        step.begun().forEach(leg -> began.put(leg.id(), step.at()));
        List<Sentence> told = new ArrayList<>();
        told.addAll(opening(step));
        told.addAll(ringing(step));
        told.addAll(answeredOutside(step));
        told.addAll(holding(step));
        ReasonWords words = new ReasonWords(plan, step, began);
        step.reasons().forEach(reason -> told.add(words.of(reason)));
        told.addAll(leaving(step));
        return told;
    }

    private List<Sentence> opening(Step step) {
        if (step.event() instanceof CallEvent.Dialled dialled) {
            return List.of(Sentence.of("story.dials", person(dialled), dialled.dialled()));
        }
        if (step.event() instanceof CallEvent.Arrived arrived) {
            Leg caller = step.call().legs().getFirst();
            return List.of(Sentence.of("story.calls", name(caller), arrived.called()));
        }
        if (step.event() instanceof CallEvent.ServerRestarted) {
            return List.of(Sentence.of("story.restarted"));
        }
        return List.of();
    }

    private Phrase person(CallEvent.Dialled dialled) {
        return RecordedParty.of(plan, dialled.person()).phrase();
    }

    private Phrase name(Leg leg) {
        return RecordedParty.of(plan, leg.who()).phrase();
    }

    /** Only a phone's own word: that it was asked to ring says a reason. */
    private List<Sentence> ringing(Step step) {
        return step.nowIn(Leg.State.RINGING).stream()
                .filter(Leg::called)
                .map(leg -> Sentence.of("story.phone-rings", name(leg)))
                .toList();
    }

    /** Of people a reason says it. */
    private List<Sentence> answeredOutside(Step step) {
        return step.nowIn(Leg.State.UP).stream()
                .filter(leg -> leg.called() && leg.person().isEmpty())
                .map(leg ->
                        Sentence.of(
                                "story.answered",
                                name(leg),
                                seconds(Duration.between(began.get(leg.id()), step.at()))))
                .toList();
    }

    private List<Sentence> holding(Step step) {
        boolean pressed =
                step.event() instanceof CallEvent.HoldPressed
                        || step.event() instanceof CallEvent.ResumePressed;
        if (!pressed) {
            return List.of();
        }
        return step.call().legs().stream()
                .filter(leg ->
                        step.was(leg.id())
                                .filter(old -> old.holding() != leg.holding())
                                .isPresent())
                .map(leg -> Sentence.of(leg.holding() ? "story.holds" : "story.resumes", name(leg)))
                .toList();
    }

    /** Legs that end while no reason speaks of them. */
    private List<Sentence> leaving(Step step) {
        boolean told =
                step.reasons().stream()
                        .anyMatch(reason ->
                                reason instanceof Reason.Over
                                        || reason instanceof Reason.HandedOn
                                        || reason instanceof Reason.ParkedIn
                                        || reason instanceof Reason.AskedOver
                                        || reason instanceof Reason.PutThrough);
        List<Sentence> all = new ArrayList<>();
        for (Leg leg : step.ended()) {
            if (leg.ended().equals(Optional.of(EndReason.ANSWERED_ELSEWHERE))) {
                all.add(Sentence.of("story.rings-no-more", name(leg)));
            } else if (!told && leg.talkingSince().isPresent()) {
                all.add(
                        Sentence.of(
                                "story.leaves",
                                name(leg),
                                leg.ended().map(EndWords::of).orElseThrow()));
            }
        }
        return all;
    }

    /** Whole seconds, to the nearest. */
    static long seconds(Duration time) {
        return Math.round(time.toMillis() / 1_000.0);
    }
}
