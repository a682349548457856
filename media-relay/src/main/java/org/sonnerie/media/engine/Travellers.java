package org.sonnerie.media.engine;

import java.util.List;
import java.util.Map;
import org.sonnerie.media.api.RecordingId;
import org.sonnerie.media.endpoint.MediaEndpoint;
import org.sonnerie.media.endpoint.Room;

/**
 * Who goes from one thread to another.
 *
 * @param endpoints who hear each other
 * @param rooms they are in
 * @param recordings of them
 */
record Travellers(
        List<MediaEndpoint> endpoints,
        List<Room> rooms,
        Map<RecordingId, CallRecordings.Running> recordings) {
    static final Travellers NOBODY = new Travellers(List.of(), List.of(), Map.of());

    Travellers {
        endpoints = List.copyOf(endpoints);
        rooms = List.copyOf(rooms);
        recordings = Map.copyOf(recordings);
    }
}
