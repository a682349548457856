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
    private final SoundFile.Making making;
    private final FrameQueue queue;
    private final Recording.Ended ended;
    private final short[] silence;
    private long written;
    private Duration length = Duration.ZERO;

    RecordingWriter(
            String name,
            PageStore.Opening opening,
            SoundFile.Making making,
            int channels,
            FrameQueue queue,
            Recording.Ended ended) {
        this.name = name;
        this.opening = opening;
        this.making = making;
        this.silence = new short[channels * Frames.samples(Recording.SAMPLE_RATE_HZ)];
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
                SoundFile file = making.in(store)) {
            try {
                RecordingEnd why = copy(file);
                file.end();
                return why;
            } finally {
                length = file.length();
            }
        }
    }

    private RecordingEnd copy(SoundFile file) throws IOException {
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
    private void fill(SoundFile file, long number) throws IOException {
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
