package org.sonnerie.media.endpoint;

/** One tick of a media thread. One object for all ticks of a thread: not to be kept. */
public final class Moment {
    private long tick;
    private long nowNanos;

    /**
     * Moves on.
     *
     * @param newTick counts 20 ms each
     * @param newNowNanos the time, of any origin
     */
    public void set(long newTick, long newNowNanos) {
        tick = newTick;
        nowNanos = newNowNanos;
    }

    /**
     * Which tick.
     *
     * @return counts 20 ms each, one more each time
     */
    public long tick() {
        return tick;
    }

    /**
     * When it is due.
     *
     * @return nanoseconds of any origin
     */
    public long nowNanos() {
        return nowNanos;
    }
}
