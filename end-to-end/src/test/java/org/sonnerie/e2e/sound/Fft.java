package org.sonnerie.e2e.sound;

/** A complex radix-2 Fourier transform of one size, in place. */
final class Fft {
    private final int size;
    private final double[] cos;
    private final double[] sin;

    Fft(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("not a power of two: " + size);
        }
        this.size = size;
        cos = new double[size / 2];
        sin = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / size);
            sin[i] = Math.sin(2 * Math.PI * i / size);
        }
    }

    int size() {
        return size;
    }

    /** Forward: {@code exp(-i...)}. The inverse is this with real and imaginary parts exchanged. */
    void transform(double[] re, double[] im) {
        reorder(re, im);
        for (int half = 1; half < size; half *= 2) {
            int stride = size / (2 * half);
            for (int start = 0; start < size; start += 2 * half) {
                butterflies(re, im, start, half, stride);
            }
        }
    }

    private void butterflies(double[] re, double[] im, int start, int half, int stride) {
        for (int k = 0; k < half; k++) {
            int a = start + k;
            int b = a + half;
            double c = cos[k * stride];
            double s = -sin[k * stride];
            double r = re[b] * c - im[b] * s;
            double i = re[b] * s + im[b] * c;
            re[b] = re[a] - r;
            im[b] = im[a] - i;
            re[a] += r;
            im[a] += i;
        }
    }

    private void reorder(double[] re, double[] im) {
        int shift = 32 - Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (j > i) {
                double r = re[i];
                re[i] = re[j];
                re[j] = r;
                double m = im[i];
                im[i] = im[j];
                im[j] = m;
            }
        }
    }
}
