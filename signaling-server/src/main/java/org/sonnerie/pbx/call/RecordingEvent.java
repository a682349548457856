package org.sonnerie.pbx.call;

import java.time.Instant;

/** What happens to the recording of a call. */
public sealed interface RecordingEvent extends CallEvent.OfRecording {
    /**
     * A person wants something of it.
     *
     * @param at when
     * @param leg whose phone
     * @param wish what
     */
    record RecordingWished(Instant at, LegId leg, RecordingWish wish) implements RecordingEvent {}

    /**
     * Its file is closed.
     *
     * @param at when
     * @param recording which
     * @param failed it could not be written to its end
     */
    record RecordingClosed(Instant at, RecordingId recording, boolean failed)
            implements RecordingEvent {}
}
