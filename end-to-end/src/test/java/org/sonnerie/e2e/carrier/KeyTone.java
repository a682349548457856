package org.sonnerie.e2e.carrier;

/** What a key of a telephone sounds like (ITU-T Q.23), by a table of our own. */
final class KeyTone {
    private static final int RATE_HZ = 8_000;
    private static final int AMPLITUDE = 7_000;

    private KeyTone() {}

    /** One sample of the tone of a key, counted from its beginning. */
    static short sample(char key, int at) {
        double sum = sine(low(key), at) + sine(high(key), at);
        return (short) Math.round(AMPLITUDE * sum);
    }

    private static double sine(int hertz, int at) {
        return Math.sin(2 * Math.PI * hertz * at / RATE_HZ);
    }

    private static int low(char key) {
        return switch (key) {
            case '1', '2', '3' -> 697;
            case '4', '5', '6' -> 770;
            case '7', '8', '9' -> 852;
            case '*', '0', '#' -> 941;
            default -> throw new IllegalArgumentException("no key: " + key);
        };
    }

    private static int high(char key) {
        return switch (key) {
            case '1', '4', '7', '*' -> 1209;
            case '2', '5', '8', '0' -> 1336;
            default -> 1477;
        };
    }
}
