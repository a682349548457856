package org.sonnerie.pbx.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;

/**
 * A last word to somebody who has left a call that goes on: who parked it is told where. Then his
 * leg ends.
 *
 * @param leg whose
 * @param hears what he is told
 * @param until its end, even if that is not told
 */
record Parting(LegId leg, Hears.Programme hears, Instant until) {
    /** Longer than the words are. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    /** Who parked a call hears the slot, digit by digit, while the call waits there already. */
    static void parkedAt(Turn turn, LegId leg, String slot) {
        List<CallSound> words = new ArrayList<>();
        words.add(new CallSound.Prompt("parked-at"));
        words.addAll(Tongue.words(turn, leg).digits(slot));
        turn.parting(
                Optional.of(
                        new Parting(
                                leg, turn.programme(leg, false, words), turn.at().plus(LONGEST))));
    }

    /** What a leg hears that has left. */
    static Optional<Hears> heardBy(Call call, LegId leg) {
        return call.sounds().parting().filter(one -> one.leg().equals(leg)).map(Parting::hears);
    }

    /**
     * Ends it where the event says so: it was heard, whoever hears it is gone, or the call that was
     * left goes another way.
     *
     * @return true: the event meant nothing else
     */
    static boolean ends(Turn turn, CallEvent event) {
        Optional<Parting> parting = turn.parting();
        if (parting.isEmpty()) {
            return false;
        }
        boolean about = parting.get().isOver(event);
        boolean elsewhere =
                event instanceof CallEvent.LegEnded
                        || event instanceof CallEvent.Joined
                        || event instanceof CallEvent.ServerRestarted;
        if (about || elsewhere) {
            end(turn);
        }
        return about && !(event instanceof CallEvent.TimedOut);
    }

    private boolean isOver(CallEvent event) {
        return switch (event) {
            case CallEvent.PlayEnded(_, var id, var play) ->
                    id.equals(leg) && play.equals(hears.play());
            case CallEvent.LegEnded(_, var id, _) -> id.equals(leg);
            case CallEvent.PageLost(_, var id) -> id.equals(leg);
            case CallEvent.TimedOut(var at) -> !at.isBefore(until);
            default -> false;
        };
    }

    /** His leg ends, if it has not yet. */
    static void end(Turn turn) {
        turn.parting()
                .flatMap(said -> turn.live(said.leg()))
                .ifPresent(leg -> turn.end(leg, EndReason.RETRIEVED));
        turn.parting(Optional.empty());
    }
}
