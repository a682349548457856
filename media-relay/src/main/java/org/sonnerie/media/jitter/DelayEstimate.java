package org.sonnerie.media.jitter;

/**
 * Learns how much later than the quickest ones packets come, and from that how long to wait. The
 * quickest of the last 5 to 10 seconds count, so a sender whose clock runs slow or fast is
 * followed. Owned by one thread.
 */
final class DelayEstimate {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long WINDOW_NANOS = 5_000 * NANOS_PER_MILLI;
    private static final int BIN_MILLIS = 5;
    private static final int BINS = 200;
    private static final double PERCENTILE = 0.97;
    // Half of what is known is forgotten after some 350 packets, 7 s of speech.
    private static final double GROWTH = 1.002;
    private static final double RENORMALISE_AT = 1e9;

    private final JitterSettings settings;
    private final double[] bins = new double[BINS];
    private double weight = 1;
    private double sum;
    private boolean started;
    private long epochNanos;
    private long epochTimestamp;
    private long quickest;
    private long quickestBefore;
    private long windowEnd;
    private int targetMillis;

    DelayEstimate(JitterSettings settings) {
        this.settings = settings;
        this.targetMillis = settings.minimalDelayMillis();
    }

    /** A new stream: the timeline starts anew; what was learned of the network stays. */
    void restart() {
        started = false;
    }

    boolean isStarted() {
        return started;
    }

    void onPacket(long timestamp, long nowNanos) {
        if (!started) {
            started = true;
            epochNanos = nowNanos;
            epochTimestamp = timestamp;
            quickest = 0;
            quickestBefore = Long.MAX_VALUE;
            windowEnd = nowNanos + WINDOW_NANOS;
        }
        long lateness = lateness(timestamp, nowNanos);
        if (nowNanos - windowEnd >= 0) {
            quickestBefore = quickest;
            quickest = lateness;
            windowEnd = nowNanos + WINDOW_NANOS;
        }
        quickest = Math.min(quickest, lateness);
        learn(delayNanos(timestamp, nowNanos) / NANOS_PER_MILLI);
    }

    /** How long ago a moment of the stream could have been here at the earliest. */
    long delayNanos(long timestamp, long nowNanos) {
        return lateness(timestamp, nowNanos) - Math.min(quickest, quickestBefore);
    }

    private long lateness(long timestamp, long nowNanos) {
        long ticks = timestamp - epochTimestamp;
        return nowNanos - epochNanos - ticks * 1_000_000L / settings.clockRateHz() * 1000L;
    }

    private void learn(long delayMillis) {
        bins[Math.clamp(delayMillis / BIN_MILLIS, 0, BINS - 1)] += weight;
        sum += weight;
        weight *= GROWTH;
        if (weight > RENORMALISE_AT) {
            for (int i = 0; i < BINS; i++) {
                bins[i] /= weight;
            }
            sum /= weight;
            weight = 1;
        }
        targetMillis =
                Math.clamp(
                        percentileMillis(),
                        settings.minimalDelayMillis(),
                        settings.maximalDelayMillis());
    }

    private int percentileMillis() {
        double below = 0;
        for (int i = 0; i < BINS; i++) {
            below += bins[i];
            if (below >= PERCENTILE * sum) {
                return i == 0 ? 0 : (i + 1) * BIN_MILLIS;
            }
        }
        return BINS * BIN_MILLIS;
    }

    int targetMillis() {
        return targetMillis;
    }

    long targetNanos() {
        return targetMillis * NANOS_PER_MILLI;
    }
}
