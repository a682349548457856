package org.sonnerie.media.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.RoomId;
import org.sonnerie.media.endpoint.BrowserEndpoint;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.MediaEndpoint;
import org.sonnerie.media.endpoint.Moment;
import org.sonnerie.media.endpoint.Room;
import org.sonnerie.media.endpoint.Studio;
import org.sonnerie.media.endpoint.TrunkEndpoint;
import org.sonnerie.media.net.ReadableSockets;

/** The endpoints and rooms of one media thread. Owned by that thread. */
final class Endpoints implements AutoCloseable {
    private final Studio studio;
    private final BrowserTable browsers;
    private final Failures failures;
    private final Map<EndpointId, MediaEndpoint> byId = new LinkedHashMap<>();
    private final ReadableSockets carriers = ReadableSockets.open();
    private final Map<RoomId, Room> rooms = new HashMap<>();
    private final FlightRecorder recorder;
    private final CallRecordings recordings;

    Endpoints(Studio studio, BrowserTable browsers, Failures failures) {
        this.studio = studio;
        this.failures = failures;
        this.browsers = browsers;
        this.recorder = new FlightRecorder(studio);
        this.recordings = new CallRecordings(studio, this);
    }

    CallRecordings recordings() {
        return recordings;
    }

    @Nullable MediaEndpoint find(EndpointId id) {
        return byId.get(id);
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    /** Keeps an endpoint; a browser's addresses and ufrags are learnt anew. */
    void keep(MediaEndpoint endpoint) {
        if (byId.put(endpoint.id(), endpoint) == null) {
            studio.counters().add(Counter.ENDPOINTS_NOW, 1);
            if (endpoint instanceof TrunkEndpoint trunk) {
                trunk.watchedBy(carriers);
            }
        }
        if (endpoint instanceof BrowserEndpoint browser) {
            browsers.index(browser);
        }
    }

    /** Ends one. */
    void close(EndpointId id, long nowNanos) {
        MediaEndpoint endpoint = byId.remove(id);
        if (endpoint == null) {
            return;
        }
        studio.counters().add(Counter.ENDPOINTS_NOW, -1);
        endpoint.close(nowNanos);
        switch (endpoint) {
            case BrowserEndpoint browser -> browsers.remove(browser);
            case TrunkEndpoint _ -> {}
        }
        leaveEmptyRooms();
    }

    void closeAll(long nowNanos) {
        List.copyOf(byId.keySet()).forEach(id -> close(id, nowNanos));
        recordings.close();
    }

    /** The room of that name, made if need be. */
    Room room(RoomId id) {
        Room room = rooms.get(id);
        if (room == null) {
            room = new Room(id, studio);
            rooms.put(id, room);
            studio.counters().add(Counter.ROOMS_NOW, 1);
        }
        return room;
    }

    @Nullable Room roomIfThere(RoomId id) {
        return rooms.get(id);
    }

    /** A room exists while somebody is in it. */
    void leaveEmptyRooms() {
        Collection<Room> all = rooms.values();
        int before = all.size();
        all.stream().filter(Room::isEmpty).forEach(Room::close);
        all.removeIf(Room::isEmpty);
        studio.counters().add(Counter.ROOMS_NOW, all.size() - before);
    }

    /** Takes what the carriers sent. */
    void drain() {
        carriers.poll();
    }

    /** Does what a tick brings, everywhere. */
    void tick(Moment moment) {
        for (MediaEndpoint endpoint : byId.values()) {
            try {
                endpoint.tick(moment);
            } catch (RuntimeException defect) {
                failures.note(defect, endpoint);
            }
        }
        for (Room room : rooms.values()) {
            try {
                room.tick(moment);
            } catch (RuntimeException defect) {
                failures.note(defect, room);
            }
        }
        failures.guard(() -> recordings.tick(moment), recordings);
        recorder.tick(moment, byId.values());
    }

    @Override
    public void close() {
        carriers.close();
    }
}
