package org.sonnerie.media.recorder;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.RecordingEnd;
import org.sonnerie.media.audio.Frames;

/**
 * The way from the tick, which never waits, to the writer, which may be slow. What does not fit in
 * is left out; the end always arrives. Thread safe for one of each.
 */
final class FrameQueue {
    /** Ten seconds of a disk that does not answer. */
    static final int MOST_FRAMES = 10 * Frames.PER_SECOND;

    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(MOST_FRAMES);
    private volatile @Nullable End end;
    private volatile boolean abandoned;

    /** What is handed over. */
    sealed interface Item {}

    /**
     * 20 ms.
     *
     * @param number counts from 0; those before it that never came were silent or left out
     * @param pcm 16 kHz, one channel after the other, handed over
     * @param voice whether somebody talks
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Frame(long number, short[] pcm, boolean voice) implements Item {}

    /**
     * Nothing follows.
     *
     * @param why what ended it
     */
    record End(RecordingEnd why) implements Item {}

    /** Hands a frame over; false: it does not fit in. */
    boolean offer(Frame frame) {
        return items.offer(frame);
    }

    /** Nobody takes anything any more. */
    void abandon() {
        abandoned = true;
        items.clear();
    }

    boolean abandoned() {
        return abandoned;
    }

    /** Ends it; the first reason counts. */
    void end(RecordingEnd why) {
        if (end == null) {
            End last = new End(why);
            end = last;
            // Only wakes whoever waits: a full queue keeps him awake, and he looks at the field.
            boolean _ = items.offer(last);
        }
    }

    /** Takes the next one, waiting for it. */
    Item take() throws InterruptedException {
        Item item = items.poll();
        if (item != null) {
            return item;
        }
        End last = end;
        return last != null ? last : items.take();
    }
}
