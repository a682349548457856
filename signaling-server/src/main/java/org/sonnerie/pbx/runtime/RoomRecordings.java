package org.sonnerie.pbx.runtime;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.runtime.RoomKeeper.Door;

/** The recordings of conferences that run. Thread safe. */
final class RoomRecordings implements RoomKeeper.RoomRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(RoomRecordings.class);
    private static final int CHANNELS = 1;

    private final Media media;
    private final CallRecordings recordings;
    private final InstantSource clock;
    private final CallIds ids = new CallIds();
    private final Map<Door, RecordingId> running = new ConcurrentHashMap<>();

    RoomRecordings(Media media, CallRecordings recordings, InstantSource clock) {
        this.media = media;
        this.recordings = recordings;
        this.clock = clock;
    }

    @Override
    public void begin(CompanyPlan plan, RoomId room, Optional<PersonId> by) {
        if (!recordings.hasRoom(plan.company())) {
            LOG.warn("room={} is not recorded: its company's storage is full", room);
            return;
        }
        var id = new RecordingId("r" + ids.next(clock.instant()).text());
        var recording =
                new CallRecordings.NewRecording(
                        id,
                        plan.company(),
                        new CallRecordings.Of.Conference(room),
                        by,
                        clock.instant());
        try {
            var file = recordings.begin(recording);
            running.put(new Door(plan.company(), room), id);
            media.beginRecording(id, file, CHANNELS);
            media.recordRoom(plan, id, room);
        } catch (UncheckedIOException e) {
            LOG.error("room={} cannot be recorded: {}", room, e.getMessage());
        }
    }

    @Override
    public void end(Door door) {
        Optional.ofNullable(running.remove(door)).ifPresent(media::finishRecording);
    }

    /** The room whose recording this is, while it runs. */
    Optional<Door> roomOf(RecordingId recording) {
        return running.entrySet().stream()
                .filter(entry -> entry.getValue().equals(recording))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
