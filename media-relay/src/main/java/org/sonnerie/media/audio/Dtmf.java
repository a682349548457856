package org.sonnerie.media.audio;

/**
 * The tones of a telephone's keys (ITU-T Q.23): one of a low and one of a high group for each of
 * {@code 0-9 * # A-D}.
 */
public final class Dtmf {
    /** All keys, row by row; what is at {@code 4 * low + high} is of those two tones. */
    private static final String KEYS = "123A456B789C*0#D";

    private static final int[] LOW_HZ = {697, 770, 852, 941};
    private static final int[] HIGH_HZ = {1209, 1336, 1477, 1633};

    /** Tones in each group. */
    static final int GROUP = 4;

    private Dtmf() {}

    /**
     * Whether a telephone can have such a key.
     *
     * @param key any letter
     * @return true for {@code 0-9 * # A-D}
     */
    public static boolean isKey(char key) {
        return KEYS.indexOf(key) >= 0;
    }

    /**
     * The lower tone of a key.
     *
     * @param key of {@code 0-9 * # A-D}
     * @return Hz
     */
    public static int lowHz(char key) {
        return LOW_HZ[index(key) / GROUP];
    }

    /**
     * The higher tone of a key.
     *
     * @param key of {@code 0-9 * # A-D}
     * @return Hz
     */
    public static int highHz(char key) {
        return HIGH_HZ[index(key) % GROUP];
    }

    private static int index(char key) {
        int index = KEYS.indexOf(key);
        if (index < 0) {
            throw new IllegalArgumentException("not a key of a telephone");
        }
        return index;
    }

    /** The tone at a place: the low ones first, then the high ones. */
    static int hertz(int tone) {
        return tone < GROUP ? LOW_HZ[tone] : HIGH_HZ[tone - GROUP];
    }

    /** The key of two tones, each counted within its group. */
    static char key(int low, int high) {
        return KEYS.charAt(GROUP * low + high);
    }
}
