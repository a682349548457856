package org.sonnerie.media.importer;

/**
 * Changes the sample rate of a whole sound by a windowed sinc, in one go: for what is imported
 * once, not for calls. The filter's edge lies just below half of the lower rate.
 */
final class WindowedSinc {
    /** Zero crossings on each side of the middle. */
    private static final int CROSSINGS = 24;

    /** Values of the filter between two crossings; what lies between is interpolated. */
    private static final int STEPS = 256;

    private static final double EDGE = 0.94;
    private static final double[] TABLE = table();

    private WindowedSinc() {}

    static float[] resample(float[] in, int fromHz, int toHz) {
        if (fromHz == toHz) {
            return in;
        }
        double cutoff = EDGE * Math.min(1, (double) toHz / fromHz);
        double reach = CROSSINGS / cutoff;
        float[] out = new float[Math.toIntExact((long) in.length * toHz / fromHz)];
        for (int i = 0; i < out.length; i++) {
            double middle = (double) i * fromHz / toHz;
            int first = Math.max(0, (int) Math.ceil(middle - reach));
            int last = Math.min(in.length - 1, (int) Math.floor(middle + reach));
            double sum = 0;
            for (int at = first; at <= last; at++) {
                sum += in[at] * filter(Math.abs(at - middle) * cutoff);
            }
            out[i] = (float) (sum * cutoff);
        }
        return out;
    }

    private static double filter(double crossings) {
        double place = crossings * STEPS;
        int below = (int) place;
        if (below + 1 >= TABLE.length) {
            return 0;
        }
        return TABLE[below] + (place - below) * (TABLE[below + 1] - TABLE[below]);
    }

    private static double[] table() {
        double[] table = new double[CROSSINGS * STEPS + 1];
        for (int i = 0; i < table.length; i++) {
            double x = (double) i / STEPS;
            double window = 0.5 + 0.5 * Math.cos(Math.PI * x / CROSSINGS);
            table[i] = i == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x) * window;
        }
        return table;
    }
}
