package org.sonnerie.media.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.RecordingEnd;
import org.sonnerie.media.api.RecordingId;
import org.sonnerie.media.api.RecordingSource;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.MediaEndpoint;
import org.sonnerie.media.endpoint.Moment;
import org.sonnerie.media.endpoint.Room;
import org.sonnerie.media.endpoint.Studio;
import org.sonnerie.media.mixer.ConferenceMixer;
import org.sonnerie.media.recorder.CallRecording;
import org.sonnerie.media.recorder.Recording;

/**
 * The recordings of calls and rooms: each belongs to no endpoint and outlasts them all. What is
 * relayed is decoded only for them. Owned by one media thread.
 */
final class CallRecordings {
    private static final int SAMPLES = Frames.samples(Recording.SAMPLE_RATE_HZ);

    private final Studio studio;
    private final Endpoints endpoints;
    private final Map<RecordingId, Running> running = new LinkedHashMap<>();
    private final Begun begun;
    private final Consumer<RecordingId> over;
    private final ConferenceMixer mixer = new ConferenceMixer(SAMPLES);
    private final short[] channel = new short[SAMPLES];
    private final short[] frame = new short[2 * SAMPLES];

    CallRecordings(Studio studio, Endpoints endpoints, Begun begun, Consumer<RecordingId> over) {
        this.studio = studio;
        this.endpoints = endpoints;
        this.begun = begun;
        this.over = over;
    }

    /** One that is being written. */
    record Running(CallRecording recording, int channels, RecordingSource source) {
        Running from(RecordingSource other) {
            return new Running(recording, channels, other);
        }
    }

    /** Begins one, unless it began before. */
    void begin(MediaCommand.StartCallRecording command, Executor writers) {
        RecordingId id = command.recording();
        if (!begun.add(id)) {
            return;
        }
        studio.counters().count(Counter.RECORDINGS);
        studio.counters().add(Counter.RECORDINGS_NOW, 1);
        CallRecording.Terms terms =
                new CallRecording.Terms(
                        "call recording=" + id,
                        Path.of(command.file()),
                        command.channels(),
                        command.longest(),
                        studio.newSerial());
        CallRecording recording =
                CallRecording.begin(
                        terms, writers, (length, why) -> ended(id, length, why), studio.files());
        running.put(id, new Running(recording, command.channels(), new RecordingSource.Nobody()));
    }

    /** On the writer's thread. */
    private void ended(RecordingId id, Duration length, RecordingEnd why) {
        studio.counters().add(Counter.RECORDINGS_NOW, -1);
        if (why == RecordingEnd.FAILED) {
            studio.counters().count(Counter.RECORDINGS_FAILED);
        }
        studio.tell(new MediaEvent.CallRecordingEnded(id, length, why));
    }

    /** Says who is recorded. */
    void from(RecordingId id, RecordingSource source) {
        running.computeIfPresent(id, (_, before) -> before.from(source));
    }

    void stop(RecordingId id) {
        Running stopped = running.remove(id);
        if (stopped != null) {
            stopped.recording().end(RecordingEnd.STOPPED);
        }
    }

    /** Hands this tick's frames over; after all endpoints and rooms had theirs. */
    void tick(Moment moment) {
        for (RecordingId id : List.copyOf(running.keySet())) {
            tick(id, moment);
        }
    }

    /** The same for one of them. */
    void tick(RecordingId id, Moment moment) {
        Running one = running.get(id);
        if (one == null) {
            return;
        }
        switch (record(one, moment)) {
            case KEPT -> {}
            case LEFT_OUT -> studio.counters().count(Counter.RECORDING_FRAMES_LEFT_OUT);
            case OVER -> {
                running.remove(id);
                over.accept(id);
            }
        }
    }

    boolean has(RecordingId id) {
        return running.containsKey(id);
    }

    /** It goes to another thread; null: there is none. */
    @Nullable Running release(RecordingId id) {
        return running.remove(id);
    }

    /** It came from another thread. */
    void adopt(RecordingId id, Running arrived) {
        running.put(id, arrived);
    }

    private Recording.Taken record(Running one, Moment moment) {
        return switch (one.source()) {
            case RecordingSource.Nobody _ -> one.recording().pass(moment.tick());
            case RecordingSource.Sides(var left, var right) -> {
                mixer.begin();
                add(left, moment);
                if (one.channels() == 2) {
                    put(0);
                    mixer.begin();
                }
                add(right, moment);
                put(one.channels() - 1);
                yield one.recording().take(frame, moment.tick());
            }
            case RecordingSource.Mix(var id) -> {
                Room room = endpoints.roomIfThere(id);
                if (room == null) {
                    yield one.recording().pass(moment.tick());
                }
                room.heard(channel);
                System.arraycopy(channel, 0, frame, 0, SAMPLES);
                System.arraycopy(channel, 0, frame, SAMPLES, SAMPLES);
                yield one.recording().take(frame, moment.tick());
            }
        };
    }

    private void add(List<EndpointId> side, Moment moment) {
        for (EndpointId id : side) {
            MediaEndpoint endpoint = endpoints.find(id);
            if (endpoint != null) {
                mixer.add(endpoint.said(moment));
            }
        }
    }

    private void put(int number) {
        mixer.everybody(channel);
        System.arraycopy(channel, 0, frame, number * SAMPLES, SAMPLES);
    }

    /** The relay ends. */
    void close() {
        running.values().forEach(one -> one.recording().end(RecordingEnd.ENDPOINT_CLOSED));
        running.clear();
    }

    @Override
    public String toString() {
        return "recordings of calls " + running.keySet();
    }
}
