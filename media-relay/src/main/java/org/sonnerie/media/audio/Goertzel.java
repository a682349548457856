package org.sonnerie.media.audio;

/** One line of a spectrum at any frequency (G. Goertzel, 1958). Owned by one thread. */
final class Goertzel {
    private double real;
    private double imaginary;

    /**
     * Looks at some samples.
     *
     * @param samples with a window over them
     * @param hertz which frequency
     */
    void of(double[] samples, double hertz) {
        double step = 2 * Math.PI * hertz / DtmfDetector.SAMPLE_RATE_HZ;
        double cosine = Math.cos(step);
        double last = 0;
        double beforeLast = 0;
        for (double sample : samples) {
            double next = sample + 2 * cosine * last - beforeLast;
            beforeLast = last;
            last = next;
        }
        real = last - beforeLast * cosine;
        imaginary = beforeLast * Math.sin(step);
    }

    double power() {
        return real * real + imaginary * imaginary;
    }

    double phase() {
        return Math.atan2(imaginary, real);
    }
}
