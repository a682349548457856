package org.sonnerie.pbx.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.recording.KeptRecording;
import org.sonnerie.pbx.recording.Recordings;
import org.sonnerie.pbx.runtime.CallRecordings.Of;

/**
 * A recording as the REST interface shows it.
 *
 * @param id names it
 * @param began when
 * @param state RUNNING, WHOLE or CUT_SHORT
 * @param seconds how long it is; left out while it runs
 * @param askedBy who asked for it; left out: the plan says so
 * @param call of a call: which, and who was on which channel first
 * @param room of a conference: in which room
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RecordingAnswer(
        String id,
        Instant began,
        KeptRecording.State state,
        Optional<Double> seconds,
        Optional<String> askedBy,
        Optional<OfCall> call,
        Optional<String> room) {
    /** A call that is recorded. */
    record OfCall(String id, Named left, Named right) {}

    /** A part of the list. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<RecordingAnswer> recordings, Optional<String> next) {
        static Page of(Recordings.Page page) {
            return new Page(
                    page.recordings().stream().map(RecordingAnswer::of).toList(),
                    page.next().map(RecordingId::text));
        }
    }

    static RecordingAnswer of(KeptRecording recording) {
        Of of = recording.facts().of();
        return new RecordingAnswer(
                recording.facts().id().text(),
                recording.facts().began(),
                recording.state(),
                recording.over()
                        ? Optional.of(recording.length().toMillis() / 1000.0)
                        : Optional.empty(),
                recording.facts().by().map(PersonId::text),
                of instanceof Of.Call(String call, Named one, Named other)
                        ? Optional.of(new OfCall(call, one, other))
                        : Optional.empty(),
                of instanceof Of.Conference(var room)
                        ? Optional.of(room.text())
                        : Optional.empty());
    }
}
