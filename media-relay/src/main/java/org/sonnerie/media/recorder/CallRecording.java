package org.sonnerie.media.recorder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import org.sonnerie.media.api.RecordingEnd;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.recorder.Recording.Taken;
import org.sonnerie.media.sealing.SealedFiles;

/**
 * The side of a call's recording that is on the tick: hands the frames over; it never waits. While
 * nothing is said it only keeps the time. Owned by one media thread.
 */
public final class CallRecording {
    private static final int SAMPLES = Frames.samples(Recording.SAMPLE_RATE_HZ);

    private final FrameQueue queue;
    private final long longestFrames;
    private final short[] silence;
    private long firstTick;
    private boolean begun;

    private CallRecording(Terms terms, FrameQueue queue) {
        this.queue = queue;
        this.longestFrames = Math.ceilDiv(terms.longest().toMillis(), Frames.MILLIS);
        this.silence = new short[terms.channels() * SAMPLES];
    }

    /**
     * What a recording is.
     *
     * @param name for the log
     * @param file absolute path, to be created
     * @param channels 1 or 2
     * @param longest when it ends by itself
     * @param serial a random number for the file
     */
    public record Terms(String name, Path file, int channels, Duration longest, int serial) {}

    /**
     * Begins one.
     *
     * @param terms what it is
     * @param writers runs the writer, which blocks, on a thread of its own
     * @param ended hears its end
     * @param files seal what is written
     * @return the side on the tick
     */
    public static CallRecording begin(
            Terms terms, Executor writers, Recording.Ended ended, SealedFiles files) {
        return begin(terms, writers, ended, () -> SealedStore.create(terms.file(), files));
    }

    static CallRecording begin(
            Terms terms, Executor writers, Recording.Ended ended, PageStore.Opening opening) {
        FrameQueue queue = new FrameQueue();
        SoundFile.Making making =
                store -> new CallRecordingFile(store, terms.serial(), terms.channels());
        writers.execute(
                new RecordingWriter(terms.name(), opening, making, terms.channels(), queue, ended));
        return new CallRecording(terms, queue);
    }

    /**
     * Takes this tick's frame.
     *
     * @param pcm a frame of 16-bit PCM at {@link Recording#SAMPLE_RATE_HZ} for each channel, one
     *     after the other; copied
     * @param tick counts 20 ms each; where it jumps, there is silence
     * @return what became of it
     */
    public Taken take(short[] pcm, long tick) {
        long number = number(tick);
        if (isOver(number)) {
            return Taken.OVER;
        }
        return hand(number, Arrays.copyOf(pcm, silence.length));
    }

    /**
     * Nothing is said at this tick. Handed over once a second: what is silent for hours is written
     * as it passes.
     *
     * @param tick as above
     * @return what became of it
     */
    public Taken pass(long tick) {
        long number = number(tick);
        if (isOver(number)) {
            return Taken.OVER;
        }
        return number % Frames.PER_SECOND == 0 ? hand(number, silence) : Taken.KEPT;
    }

    private long number(long tick) {
        if (!begun) {
            begun = true;
            firstTick = tick;
        }
        return tick - firstTick;
    }

    private boolean isOver(long number) {
        if (number >= longestFrames) {
            end(RecordingEnd.TOO_LONG);
        }
        return queue.abandoned() || number >= longestFrames;
    }

    private Taken hand(long number, short[] pcm) {
        return queue.offer(new FrameQueue.Frame(number, pcm, true)) ? Taken.KEPT : Taken.LEFT_OUT;
    }

    /**
     * Ends it; nothing may be taken afterwards.
     *
     * @param why told with the end
     */
    public void end(RecordingEnd why) {
        queue.end(why);
    }
}
