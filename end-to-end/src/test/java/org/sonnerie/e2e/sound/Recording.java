package org.sonnerie.e2e.sound;

import java.util.Arrays;

/** What somebody has heard so far, 8 kHz mono. Grows in one thread, may be read in others. */
public final class Recording {
    private short[] samples = new short[Reference.RATE_HZ * 30];
    private int size;

    /**
     * More of it.
     *
     * @param more appended
     */
    public synchronized void append(short[] more) {
        writeAt(size, more);
    }

    /**
     * Puts sound where its time stamp says; what is between is silence.
     *
     * @param position in samples from the beginning
     * @param more what was heard there
     */
    public synchronized void writeAt(int position, short[] more) {
        int end = position + more.length;
        if (end > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(end, samples.length * 2));
        }
        System.arraycopy(more, 0, samples, position, more.length);
        size = Math.max(size, end);
        notifyAll();
    }

    /**
     * How much there is.
     *
     * @return samples
     */
    public synchronized int size() {
        return size;
    }

    /**
     * A part of it.
     *
     * @param from the first sample
     * @param length how many; what is not there yet is silence
     * @return a copy
     */
    public synchronized short[] part(int from, int length) {
        short[] part = new short[length];
        int there = Math.clamp(size - from, 0, length);
        System.arraycopy(samples, from, part, 0, there);
        return part;
    }

    /**
     * Waits until it is longer than that, at most so long.
     *
     * @param length samples
     * @param millis the most
     * @throws InterruptedException if the thread is interrupted
     */
    public synchronized void awaitLongerThan(int length, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while (size <= length && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}
