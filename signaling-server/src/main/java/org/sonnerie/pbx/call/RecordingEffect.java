package org.sonnerie.pbx.call;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.PersonId;

/** What must be done about the recording of a call. */
public sealed interface RecordingEffect extends CallEffect.OfRecording {
    /**
     * Begin a recording; nobody is in it yet. Answered by {@code RecordingClosed} at its end.
     *
     * @param leg who is on the left channel first
     * @param recording its name
     * @param by who asked for it; empty: the plan says so
     * @param one who is on the left channel first, as shown
     * @param other who is on the right one
     */
    record BeginRecording(
            LegId leg, RecordingId recording, Optional<PersonId> by, Named one, Named other)
            implements RecordingEffect {}

    /**
     * Say whose voices are recorded from now on. With nobody on either side the recording is
     * silent.
     *
     * @param leg who is led
     * @param recording which
     * @param left who is on the left channel
     * @param right who is on the right one
     */
    record RecordFrom(LegId leg, RecordingId recording, List<LegId> left, List<LegId> right)
            implements RecordingEffect {
        /** Copies the lists. */
        public RecordFrom {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /**
     * End a recording.
     *
     * @param leg who is or was led
     * @param recording which
     */
    record FinishRecording(LegId leg, RecordingId recording) implements RecordingEffect {}
}
