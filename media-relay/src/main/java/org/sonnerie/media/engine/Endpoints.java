package org.sonnerie.media.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.EndpointFacts;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.RecordingId;
import org.sonnerie.media.api.RoomId;
import org.sonnerie.media.endpoint.BrowserEndpoint;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.Counters;
import org.sonnerie.media.endpoint.MediaEndpoint;
import org.sonnerie.media.endpoint.Moment;
import org.sonnerie.media.endpoint.Room;
import org.sonnerie.media.endpoint.TrunkEndpoint;
import org.sonnerie.media.endpoint.Workbench;
import org.sonnerie.media.net.ReadableSockets;

/** The endpoints and rooms of one media thread. Owned by that thread. */
final class Endpoints implements AutoCloseable {
    private final Workbench bench;
    private final Counters counters;
    private final BrowserTable browsers;
    private final Failures failures;
    private final Map<EndpointId, MediaEndpoint> byId = new LinkedHashMap<>();
    private final ReadableSockets readable;
    private final Map<RoomId, Room> rooms = new HashMap<>();
    private final CallRecordings recordings;

    Endpoints(
            Workbench bench,
            BrowserTable browsers,
            ReadableSockets readable,
            Failures failures,
            Ledger ledger) {
        this.bench = bench;
        this.counters = bench.counters();
        this.failures = failures;
        this.browsers = browsers;
        this.readable = readable;
        this.recordings =
                new CallRecordings(bench.newStudio(), this, ledger.begun(), ledger::tapeOver);
    }

    CallRecordings recordings() {
        return recordings;
    }

    @Nullable MediaEndpoint find(EndpointId id) {
        return byId.get(id);
    }

    /** Whether there is such a one here. */
    boolean has(Member member) {
        return switch (member) {
            case Member.Leg(EndpointId id) -> byId.containsKey(id);
            case Member.Conference(RoomId id) -> rooms.containsKey(id);
            case Member.Tape(RecordingId id) -> recordings.has(id);
        };
    }

    /** Keeps an endpoint; a browser's addresses and ufrags are learnt anew. */
    void keep(MediaEndpoint endpoint) {
        if (byId.put(endpoint.id(), endpoint) == null) {
            counters.add(Counter.ENDPOINTS_NOW, 1);
            if (endpoint instanceof TrunkEndpoint trunk) {
                trunk.watchedBy(readable);
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
        counters.add(Counter.ENDPOINTS_NOW, -1);
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
            room = new Room(id, bench.newStudio());
            rooms.put(id, room);
            counters.add(Counter.ROOMS_NOW, 1);
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
        counters.add(Counter.ROOMS_NOW, all.size() - before);
    }

    /** Lets those go who are here; from then on nothing of theirs is touched by this thread. */
    Travellers release(List<Member> members, Workbench next) {
        List<MediaEndpoint> endpoints = new ArrayList<>();
        List<Room> conferences = new ArrayList<>();
        Map<RecordingId, CallRecordings.Running> tapes = new HashMap<>();
        for (Member member : members) {
            switch (member) {
                case Member.Leg(EndpointId id) -> add(byId.remove(id), endpoints);
                case Member.Conference(RoomId id) -> add(rooms.remove(id), conferences);
                case Member.Tape(RecordingId id) -> {
                    CallRecordings.Running tape = recordings.release(id);
                    if (tape != null) {
                        tapes.put(id, tape);
                    }
                }
            }
        }
        Travellers travellers = new Travellers(endpoints, conferences, tapes);
        unwatch(endpoints);
        endpoints.forEach(endpoint -> endpoint.moveTo(next));
        conferences.forEach(room -> room.moveTo(next));
        endpoints.forEach(MediaEndpoint::settle);
        counters.add(Counter.ENDPOINTS_MOVED, endpoints.size());
        return travellers;
    }

    private static <T> void add(@Nullable T found, List<T> to) {
        if (found != null) {
            to.add(found);
        }
    }

    private void unwatch(List<MediaEndpoint> endpoints) {
        for (MediaEndpoint endpoint : endpoints) {
            if (endpoint instanceof TrunkEndpoint trunk) {
                trunk.unwatchedBy(readable);
            }
        }
    }

    /** Takes those up who came from another thread. */
    void adopt(Travellers travellers) {
        for (MediaEndpoint endpoint : travellers.endpoints()) {
            byId.put(endpoint.id(), endpoint);
            if (endpoint instanceof TrunkEndpoint trunk) {
                trunk.watchedBy(readable);
            }
        }
        travellers.rooms().forEach(room -> rooms.put(room.id(), room));
        travellers.recordings().forEach(recordings::adopt);
    }

    /** Takes what carriers sent, and what came on the media port's connections. */
    void drain() {
        readable.poll();
    }

    /** Does what a tick brings, everywhere. */
    void tick(Moment moment) {
        tick(byId.values(), rooms.values(), moment);
        failures.guard(() -> recordings.tick(moment), recordings);
    }

    /** Does what a tick brings that this thread had already when they came. */
    void tick(Travellers late, Moment moment) {
        tick(late.endpoints(), late.rooms(), moment);
        for (RecordingId id : late.recordings().keySet()) {
            failures.guard(() -> recordings.tick(id, moment), recordings);
        }
    }

    private void tick(
            Collection<MediaEndpoint> endpoints, Collection<Room> conferences, Moment moment) {
        for (MediaEndpoint endpoint : endpoints) {
            try {
                endpoint.tick(moment);
            } catch (RuntimeException defect) {
                failures.note(defect, endpoint);
            }
        }
        for (Room room : conferences) {
            try {
                room.tick(moment);
            } catch (RuntimeException defect) {
                failures.note(defect, room);
            }
        }
    }

    /** What it was like for each since this was last asked. */
    List<EndpointFacts> facts() {
        List<EndpointFacts> facts = new ArrayList<>(byId.size());
        for (MediaEndpoint endpoint : byId.values()) {
            facts.add(endpoint.facts());
        }
        return facts;
    }

    @Override
    public void close() {
        readable.close();
    }
}
