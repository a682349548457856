package org.sonnerie.media.engine;

/** The media clock: one for all threads, so that what goes from one to another keeps its time. */
final class MediaClock {
    private final long originNanos = System.nanoTime();

    long nowNanos() {
        return System.nanoTime() - originNanos;
    }
}
