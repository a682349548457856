package org.sonnerie.media.api;

import java.util.List;

/** Who is in the recording of a call. */
public sealed interface RecordingSource {
    /** Nobody: silence. */
    record Nobody() implements RecordingSource {}

    /**
     * What endpoints say, whatever they hear; several on one side are mixed. One that does not
     * exist says nothing.
     *
     * @param left on the left channel
     * @param right on the right channel; of a recording of one channel, on that
     */
    record Sides(List<EndpointId> left, List<EndpointId> right) implements RecordingSource {
        /** Copies the lists. */
        public Sides {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /**
     * What whoever only listens in a room hears; on each channel.
     *
     * @param room which; silence while nobody is in it
     */
    record Mix(RoomId room) implements RecordingSource {}
}
