package org.sonnerie.media.engine;

import org.sonnerie.media.audio.Frames;

/**
 * Says when the next tick of 20 ms is due. A tick that comes late is caught up at once; after a
 * long sleep of the whole machine the ticks in between are left out. Pure.
 */
final class Beat {
    /** More than this is not caught up: nobody wants to hear it all at once. */
    static final int MOST_CAUGHT_UP = 25;

    private long tick;
    private long dueNanos;

    /**
     * The first tick is due at once.
     *
     * @param nowNanos the time
     */
    Beat(long nowNanos) {
        this.dueNanos = nowNanos;
    }

    /** Whether the next tick is due. */
    boolean isDue(long nowNanos) {
        return nowNanos - dueNanos >= 0;
    }

    /** Whether the tick that is due is so late that the one after it is due too. */
    boolean isLate(long nowNanos) {
        return nowNanos - dueNanos >= Frames.NANOS;
    }

    /** Leaves out what is too late to catch up; returns how many ticks. */
    long skip(long nowNanos) {
        long behind = (nowNanos - dueNanos) / Frames.NANOS;
        long skipped = behind > MOST_CAUGHT_UP ? behind : 0;
        dueNanos += skipped * Frames.NANOS;
        tick += skipped;
        return skipped;
    }

    /** Goes on to the next tick. */
    void done() {
        dueNanos += Frames.NANOS;
        tick++;
    }

    /** The number of the tick that is due next. */
    long tick() {
        return tick;
    }

    /** When it is due. */
    long dueNanos() {
        return dueNanos;
    }

    /** When another one is or was due. */
    long dueNanos(long otherTick) {
        return dueNanos + (otherTick - tick) * Frames.NANOS;
    }
}
