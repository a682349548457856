package org.sonnerie.pbx.call;

import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.plan.RecordingRules.Rule;

/**
 * What a call remembers of being recorded.
 *
 * @param byNumber what the plan says of the number called
 * @param begun how many recordings have begun
 * @param broken one could not be written: none begins by itself any more
 * @param running the one that runs
 * @param conference who is being told that the conference he is in is recorded
 */
record RecordingState(
        Optional<Rule> byNumber,
        int begun,
        boolean broken,
        Optional<CallRecording> running,
        Map<LegId, CallRecording.Telling> conference) {
    /** Copies the map. */
    RecordingState {
        conference = Map.copyOf(conference);
    }

    /** Of a call to a number of which that is said. */
    static RecordingState of(Optional<Rule> byNumber) {
        return new RecordingState(byNumber, 0, false, Optional.empty(), Map.of());
    }

    RecordingState begin(CallRecording recording) {
        return new RecordingState(byNumber, begun + 1, broken, Optional.of(recording), conference);
    }

    RecordingState with(CallRecording recording) {
        return new RecordingState(byNumber, begun, broken, Optional.of(recording), conference);
    }

    RecordingState over(boolean failed) {
        return new RecordingState(byNumber, begun, broken || failed, Optional.empty(), conference);
    }

    RecordingState telling(Map<LegId, CallRecording.Telling> who) {
        return new RecordingState(byNumber, begun, broken, running, who);
    }
}
