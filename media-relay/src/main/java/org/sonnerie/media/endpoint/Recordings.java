package org.sonnerie.media.endpoint;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.Executor;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.RecordingEnd;
import org.sonnerie.media.api.RecordingId;
import org.sonnerie.media.recorder.Recording;

/**
 * The recordings of one endpoint's voice. They outlast whatever becomes of its transport and its
 * codec. Costs nothing while there is none. Owned by one media thread.
 */
final class Recordings {
    /** Of so many that began it is known that they did. */
    private static final int MOST_REMEMBERED = 64;

    private final EndpointId id;
    private final Studio studio;
    private final Map<RecordingId, Recording> running = new LinkedHashMap<>();
    private final SequencedSet<RecordingId> remembered = new LinkedHashSet<>();

    Recordings(EndpointId id, Studio studio) {
        this.id = id;
        this.studio = studio;
    }

    /** Begins one, unless it began before. */
    void begin(MediaCommand.StartRecording command, Executor writers) {
        RecordingId recording = command.recording();
        if (!remembered.add(recording)) {
            return;
        }
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.removeFirst();
        }
        studio.counters().count(Counter.RECORDINGS);
        studio.counters().add(Counter.RECORDINGS_NOW, 1);
        Recording.Terms terms =
                new Recording.Terms(
                        "endpoint=" + id + " recording=" + recording,
                        Path.of(command.file()),
                        command.limits(),
                        studio.random().nextInt());
        Recording.Ended ended = (length, why) -> ended(recording, length, why);
        running.put(recording, Recording.begin(terms, writers, ended, studio.files()));
    }

    /** On the writer's thread. */
    private void ended(RecordingId recording, Duration length, RecordingEnd why) {
        studio.counters().add(Counter.RECORDINGS_NOW, -1);
        if (why == RecordingEnd.FAILED) {
            studio.counters().count(Counter.RECORDINGS_FAILED);
        }
        studio.tell(new MediaEvent.RecordingEnded(id, recording, length, why));
    }

    void stop(RecordingId recording) {
        Recording stopped = running.remove(recording);
        if (stopped != null) {
            stopped.end(RecordingEnd.STOPPED);
        }
    }

    /** Hands this tick's frame over. */
    void tick(Voice voice, Moment moment) {
        if (running.isEmpty()) {
            return;
        }
        short[] frame = voice.frame(Recording.SAMPLE_RATE_HZ, moment, true);
        Iterator<Recording> each = running.values().iterator();
        while (each.hasNext()) {
            switch (each.next().take(frame, moment.tick())) {
                case KEPT -> {}
                case LEFT_OUT -> studio.counters().count(Counter.RECORDING_FRAMES_LEFT_OUT);
                case OVER -> each.remove();
            }
        }
    }

    /** The endpoint is closed. */
    void close() {
        running.values().forEach(recording -> recording.end(RecordingEnd.ENDPOINT_CLOSED));
        running.clear();
    }

    @Override
    public String toString() {
        return running.isEmpty() ? "" : " -> recordings " + running.keySet();
    }
}
