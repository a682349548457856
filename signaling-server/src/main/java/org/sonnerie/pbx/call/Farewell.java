package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.ToneKind;

/** Telling the caller why it ends. */
final class Farewell {
    private static final Duration TONE = Duration.ofSeconds(4);

    /** Longer than any farewell is: one whose end is not told cannot keep the call. */
    private static final Duration PROMPT = Duration.ofSeconds(10);

    private Farewell() {}

    /**
     * The caller cannot be led to where he wants. What somebody handed on goes back to him. A
     * caller from outside whom nobody answered is refused, so that his own network tells him why;
     * whoever has sound is told.
     *
     * @param turn the turn
     * @param why the reason
     */
    static void fail(Turn turn, EndReason why) {
        Optional<Handover> handed = turn.path().handover().filter(Handover::returns);
        if (handed.isPresent()) {
            HandingOn.goBack(turn, handed.get(), why);
            return;
        }
        Leg caller = turn.caller();
        if (!caller.up() || caller.lost()) {
            turn.endAll(why);
            return;
        }
        boolean atHome = caller.person().isPresent();
        List<CallSound> sounds = List.of(atHome ? soundOf(why) : notAvailable());
        close(turn, why, sounds, atHome);
    }

    /** The plan ends the call. Who has not been answered is told busy, as a closed line is. */
    static void hangUp(Turn turn) {
        turn.endAll(turn.caller().up() ? EndReason.HUNG_UP : EndReason.BUSY);
    }

    /**
     * Ends a call that was one, with a last word.
     *
     * @param turn the turn
     * @param why the reason
     * @param prompts what is said
     */
    static void bid(Turn turn, EndReason why, List<CallSound> prompts) {
        close(turn, why, prompts, false);
    }

    private static void close(Turn turn, EndReason why, List<CallSound> sounds, boolean shownOver) {
        boolean tone = sounds.getLast() instanceof CallSound.Tone;
        turn.stage(
                new Stage.Closing(
                        why,
                        turn.programme(tone, sounds),
                        turn.at().plus(tone ? TONE : PROMPT),
                        shownOver));
    }

    static void playEnded(Turn turn, Stage.Closing closing, PlayId play) {
        if (closing.hears().play().equals(play)) {
            turn.endAll(closing.reason());
        }
    }

    private static CallSound soundOf(EndReason why) {
        return switch (why) {
            case BUSY, DECLINED -> new CallSound.Tone(ToneKind.BUSY);
            case UNKNOWN_NUMBER -> new CallSound.Tone(ToneKind.UNOBTAINABLE);
            case NO_ANSWER, UNREACHABLE -> notAvailable();
            case HUNG_UP,
                    CANCELLED,
                    NOT_ALLOWED,
                    SPENDING_LIMIT,
                    ANSWERED_ELSEWHERE,
                    WRONG_PIN,
                    NO_CHOICE,
                    PAGE_LOST,
                    NETWORK,
                    NO_MEDIA,
                    TRANSFERRED,
                    RETRIEVED,
                    REMOVED,
                    CONFERENCE_OVER,
                    SERVER_RESTARTED ->
                    new CallSound.Tone(ToneKind.ERROR);
        };
    }

    private static CallSound notAvailable() {
        return new CallSound.Prompt("not-available");
    }
}
