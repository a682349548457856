package org.sonnerie.pbx.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallRecording.Telling;
import org.sonnerie.pbx.plan.RoomId;

/**
 * Whoever is in a conference that is recorded, or comes into it, is told so by himself; until he
 * has heard it he is not in the room, and so not in its recording.
 */
final class ConferenceRecorder {
    private ConferenceRecorder() {}

    static void news(Turn turn, RoomId room, boolean recorded) {
        LegId leg = turn.caller().id();
        Map<LegId, Telling> telling = new LinkedHashMap<>(turn.recording().conference());
        telling.put(
                leg,
                Consenting.tell(
                        turn, leg, recorded ? "conference-recorded" : "conference-not-recorded"));
        turn.recording(turn.recording().telling(telling));
        turn.because(new RecordingReason.Conference(room, recorded));
    }

    static boolean playEnded(Turn turn, LegId leg, PlayId play) {
        Telling said = turn.recording().conference().get(leg);
        boolean ours = said != null && said.hears().play().equals(play);
        if (ours) {
            heard(turn, leg);
        }
        return ours;
    }

    static void timedOut(Turn turn) {
        turn.recording()
                .conference()
                .forEach((leg, said) -> {
                    if (!said.until().isAfter(turn.at())) {
                        heard(turn, leg);
                    }
                });
    }

    private static void heard(Turn turn, LegId leg) {
        Map<LegId, Telling> others = new LinkedHashMap<>(turn.recording().conference());
        others.remove(leg);
        turn.recording(turn.recording().telling(others));
    }

    /** Who has left the room needs not be told any more. */
    static void settle(Turn turn) {
        Map<LegId, Stage.Conferring> stays =
                RoomStay.of(Stream.concat(Stream.of(turn.main()), turn.aside().stream()));
        for (LegId leg : turn.recording().conference().keySet()) {
            if (turn.live(leg).isEmpty() || !stays.containsKey(leg)) {
                heard(turn, leg);
            }
        }
    }
}
