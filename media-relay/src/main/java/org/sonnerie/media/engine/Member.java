package org.sonnerie.media.engine;

import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.RecordingId;
import org.sonnerie.media.api.RoomId;

/** What lives on one media thread at a time. */
sealed interface Member {
    /**
     * An endpoint.
     *
     * @param id its name
     */
    record Leg(EndpointId id) implements Member {}

    /**
     * A room.
     *
     * @param id its name
     */
    record Conference(RoomId id) implements Member {}

    /**
     * The recording of a call.
     *
     * @param id its name
     */
    record Tape(RecordingId id) implements Member {}
}
