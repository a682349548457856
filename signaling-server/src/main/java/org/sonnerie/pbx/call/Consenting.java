package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallRecording.Telling;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.RecordingRules.Consent;

/**
 * What each has to hear before he is recorded. Where the plan says that others are asked, whoever
 * is not a person of the company agrees by a key; until all of them who talk have, nobody is
 * recorded, and nobody is while one of them talks who has not agreed.
 */
final class Consenting {
    /** Longer than the announcement is: one whose end is not told cannot keep the call. */
    private static final Duration ANNOUNCEMENT = Duration.ofSeconds(12);

    /** Longer than the question and the time for the answer are. */
    private static final Duration QUESTION = Duration.ofSeconds(25);

    /** How long an answer is waited for after the question. */
    private static final int ANSWER_MILLIS = 6_000;

    private static final char AGREES = '1';
    private static final char REFUSES = '2';

    private Consenting() {}

    /** Whether he must agree to be recorded. */
    static boolean isAsked(CompanyPlan plan, Leg leg) {
        return plan.facts().recording().consent() == Consent.ASK && leg.person().isEmpty();
    }

    /** Somebody of them has not agreed yet, or has not wanted to. */
    static boolean isAwaited(CompanyPlan plan, CallRecording recording, List<Leg> legs) {
        return legs.stream()
                .anyMatch(leg ->
                        isAsked(plan, leg) && !recording.told().getOrDefault(leg.id(), false));
    }

    /** Those of them who have not agreed when they were asked. */
    static List<Leg> refusing(CompanyPlan plan, CallRecording recording, List<Leg> legs) {
        return legs.stream()
                .filter(leg -> isAsked(plan, leg) && !recording.told().getOrDefault(leg.id(), true))
                .toList();
    }

    /** The same; where the company tells its callers itself, they need not be told again. */
    static CallRecording toldBefore(CompanyPlan plan, CallRecording recording, List<Leg> legs) {
        CallRecording after = recording;
        if (plan.facts().recording().consent() == Consent.TOLD) {
            for (Leg leg : legs) {
                after = after.told(leg.id(), true);
            }
        }
        return after;
    }

    /** Tells or asks somebody; awaited: it is not sure yet that all agree. */
    static Telling tell(Turn turn, Leg leg, boolean awaited) {
        if (isAsked(turn.plan(), leg)) {
            return ask(turn, leg);
        }
        return tell(turn, leg.id(), awaited ? "recording-asked" : "recording-starts");
    }

    static Telling tell(Turn turn, LegId leg, String prompt) {
        return new Telling(
                turn.programme(leg, false, List.of(new CallSound.Prompt(prompt))),
                turn.at().plus(ANNOUNCEMENT));
    }

    private static Telling ask(Turn turn, Leg leg) {
        turn.because(new RecordingReason.Asked(Sight.named(turn.plan(), leg.who())));
        List<CallSound> question =
                List.of(new CallSound.Prompt("recording-ask"), new CallSound.Pause(ANSWER_MILLIS));
        return new Telling(turn.programme(leg.id(), false, question), turn.at().plus(QUESTION));
    }

    /** What is told of whoever was asked and has not answered; empty: he was not asked. */
    static Optional<Reason> unanswered(Turn turn, LegId leg) {
        return turn.known(leg)
                .filter(one -> isAsked(turn.plan(), one))
                .map(one ->
                        new RecordingReason.Refused(Sight.named(turn.plan(), one.who()), false));
    }

    /**
     * Takes a key of somebody who is being asked. Only who talks is, so no menu or PIN waits for
     * it.
     *
     * @return false: the event is not that
     */
    static boolean answers(Turn turn, CallEvent event) {
        if (!(event instanceof CallEvent.DigitPressed(var _, LegId id, char digit))) {
            return false;
        }
        Optional<Leg> asked =
                turn.live(id)
                        .filter(leg -> isAsked(turn.plan(), leg))
                        .filter(_ -> isBeingTold(turn, id));
        asked.ifPresent(leg -> answer(turn, leg, digit));
        return asked.isPresent();
    }

    private static boolean isBeingTold(Turn turn, LegId leg) {
        return turn.recording().running().filter(one -> one.telling().containsKey(leg)).isPresent();
    }

    private static void answer(Turn turn, Leg leg, char digit) {
        Named who = Sight.named(turn.plan(), leg.who());
        if (digit == AGREES) {
            answered(turn, leg.id(), true);
            turn.because(new RecordingReason.Agreed(who));
        } else if (digit == REFUSES) {
            answered(turn, leg.id(), false);
            turn.because(new RecordingReason.Refused(who, true));
        }
    }

    private static void answered(Turn turn, LegId leg, boolean agrees) {
        RecordingState state = turn.recording();
        state.running().ifPresent(one -> turn.recording(state.with(one.told(leg, agrees))));
    }
}
