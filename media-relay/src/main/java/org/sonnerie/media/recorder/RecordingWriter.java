package org.sonnerie.media.recorder;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.RecordingEnd;
import org.sonnerie.media.audio.Frames;

/** Writes one recording, from its beginning to its end. Runs once, on a thread that may block. */
final class RecordingWriter implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingWriter.class);

    private final String name;
    private final PageStore.Opening opening;
    private final int serial;
    private final FrameQueue queue;
    private final Recording.Ended ended;
    private final short[] silence = new short[Frames.samples(Recording.SAMPLE_RATE_HZ)];
    private long written;
    private Duration length = Duration.ZERO;

    RecordingWriter(
            String name,
            PageStore.Opening opening,
            int serial,
            FrameQueue queue,
            Recording.Ended ended) {
        this.name = name;
        this.opening = opening;
        this.serial = serial;
        this.queue = queue;
        this.ended = ended;
    }

    @Override
    public void run() {
        RecordingEnd why = RecordingEnd.FAILED;
        try {
            why = write();
        } catch (IOException failed) {
            LOG.warn("{} failed after {}: {}", name, length, failed.toString());
        } finally {
            queue.abandon();
            ended.ended(length, why);
        }
    }

    private RecordingEnd write() throws IOException {
        try (PageStore store = opening.open();
                RecordingFile file = new RecordingFile(store, serial)) {
            try {
                RecordingEnd why = copy(file);
                file.end();
                return why;
            } finally {
                length = file.length();
            }
        }
    }

    private RecordingEnd copy(RecordingFile file) throws IOException {
        while (true) {
            switch (next()) {
                case FrameQueue.Frame(long number, short[] pcm, boolean voice) -> {
                    fill(file, number);
                    file.add(pcm, voice);
                    written++;
                }
                case FrameQueue.End(RecordingEnd why) -> {
                    return why;
                }
            }
        }
    }

    /** What never came is silent for as long as it would have lasted. */
    private void fill(RecordingFile file, long number) throws IOException {
        while (written < number) {
            file.add(silence, false);
            written++;
        }
    }

    private FrameQueue.Item next() throws IOException {
        try {
            return queue.take();
        } catch (InterruptedException stopped) {
            throw new InterruptedIOException("stopped");
        }
    }
}
