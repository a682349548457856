package org.sonnerie.media.recorder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import org.sonnerie.media.api.RecordingEnd;
import org.sonnerie.media.api.RecordingLimits;
import org.sonnerie.media.audio.AudioLevel;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.audio.TalkerDetector;
import org.sonnerie.media.sealing.SealedFiles;

/**
 * The side of a recording that is on the tick: listens for silence, minds the limits, and hands the
 * frames over; it never waits. Owned by one media thread.
 */
public final class Recording {
    /** What is recorded: all that a browser's voice needs; twice what a carrier carries. */
    public static final int SAMPLE_RATE_HZ = 16_000;

    private static final int SAMPLES = Frames.samples(SAMPLE_RATE_HZ);

    private final TalkerDetector detector = new TalkerDetector();
    private final FrameQueue queue;
    private final long longestFrames;
    private final long silentFrames;
    private long firstTick;
    private boolean begun;

    private Recording(RecordingLimits limits, FrameQueue queue) {
        this.queue = queue;
        this.longestFrames = frames(limits.longest());
        long silence = frames(limits.silence());
        this.silentFrames =
                silence == 0 ? Long.MAX_VALUE : Math.max(TalkerDetector.HANGOVER_FRAMES, silence);
    }

    private static long frames(Duration duration) {
        return Math.ceilDiv(duration.toMillis(), Frames.MILLIS);
    }

    /** Hears, on the writer's thread, that the file is complete and closed, or given up. */
    @FunctionalInterface
    public interface Ended {
        /**
         * Said exactly once.
         *
         * @param length how long the file sounds
         * @param why what ended it
         */
        void ended(Duration length, RecordingEnd why);
    }

    /**
     * What a recording is.
     *
     * @param name for the log
     * @param file absolute path, to be created
     * @param limits when it ends by itself
     * @param serial a random number for the file
     */
    public record Terms(String name, Path file, RecordingLimits limits, int serial) {}

    /**
     * Begins one.
     *
     * @param terms what it is
     * @param writers runs the writer, which blocks, on a thread of its own
     * @param ended hears its end
     * @param files seal what is written
     * @return the side on the tick
     */
    public static Recording begin(Terms terms, Executor writers, Ended ended, SealedFiles files) {
        return begin(terms, writers, ended, () -> SealedStore.create(terms.file(), files));
    }

    static Recording begin(Terms terms, Executor writers, Ended ended, PageStore.Opening opening) {
        FrameQueue queue = new FrameQueue();
        SoundFile.Making making = store -> new RecordingFile(store, terms.serial());
        writers.execute(new RecordingWriter(terms.name(), opening, making, 1, queue, ended));
        return new Recording(terms.limits(), queue);
    }

    /**
     * Takes this tick's frame.
     *
     * @param pcm at least a frame of 16-bit mono at {@link #SAMPLE_RATE_HZ}; copied
     * @param tick counts 20 ms each; where it jumps, there is silence
     * @return what became of it
     */
    public Taken take(short[] pcm, long tick) {
        if (queue.abandoned()) {
            return Taken.OVER;
        }
        if (!begun) {
            begun = true;
            firstTick = tick;
        }
        long number = tick - firstTick;
        if (number >= longestFrames) {
            return over(RecordingEnd.TOO_LONG);
        }
        boolean voice = detector.update(AudioLevel.of(pcm, SAMPLES));
        boolean fits =
                queue.offer(new FrameQueue.Frame(number, Arrays.copyOf(pcm, SAMPLES), voice));
        if (detector.quietFrames() >= silentFrames) {
            return over(RecordingEnd.SILENCE);
        }
        return fits ? Taken.KEPT : Taken.LEFT_OUT;
    }

    private Taken over(RecordingEnd why) {
        end(why);
        return Taken.OVER;
    }

    /** What became of a frame. */
    public enum Taken {
        /** It will be written. */
        KEPT,
        /** The writer is far behind: there will be silence instead. */
        LEFT_OUT,
        /** The recording is over. */
        OVER
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
