package org.sonnerie.media.rtp;

/**
 * Sends keys as telephone-events (RFC 4733): 100 ms each, 100 ms apart, one packet every 20 ms, the
 * last one three times (section 2.5.1.4). Stepped by the owner of the stream, whose audio is silent
 * while {@link #active()}. Owned by one thread.
 */
public final class TelephoneEventSender {
    /** Octets of one event's payload. */
    public static final int PAYLOAD_LENGTH = 4;

    private static final String KEYS = "0123456789*#ABCD";
    private static final int EVENT_STEPS = 5;
    private static final int LAST_REPEAT = 7;
    private static final int STEPS_PER_KEY = 10;
    private static final int VOLUME = 10;
    private static final int MAXIMAL_WAITING = 256;

    private final int ticksPerStep;
    private final StringBuilder waiting = new StringBuilder();
    private int step;
    private int timestamp;

    /**
     * A sender with nothing to send.
     *
     * @param clockRateHz of the telephone-event payload type: 8000 or 48000
     */
    public TelephoneEventSender(int clockRateHz) {
        this.ticksPerStep = clockRateHz / 50;
    }

    /**
     * Adds keys after those still being sent; what exceeds 256 waiting ones is ignored.
     *
     * @param digits of {@code 0-9 * # A-D}
     * @throws IllegalArgumentException for any other letter
     */
    public void add(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (KEYS.indexOf(digits.charAt(i)) < 0) {
                throw new IllegalArgumentException("not a key of a telephone");
            }
        }
        int room = Math.min(digits.length(), MAXIMAL_WAITING - waiting.length());
        waiting.append(digits, 0, room);
    }

    /**
     * Whether keys, or the pause after one, are being sent.
     *
     * @return true: no audio now
     */
    public boolean active() {
        return !waiting.isEmpty();
    }

    /**
     * Steps 20 ms on.
     *
     * @param streamTimestamp of this moment in the stream
     * @param out written into
     * @param offset where to write 4 octets
     * @return true: a payload was written, to be sent with {@link #timestamp()} and {@link
     *     #marker()}; false: nothing to send now
     */
    public boolean next(int streamTimestamp, byte[] out, int offset) {
        if (waiting.isEmpty()) {
            return false;
        }
        if (step == STEPS_PER_KEY) {
            waiting.deleteCharAt(0);
            step = 0;
            if (waiting.isEmpty()) {
                return false;
            }
        }
        if (step == 0) {
            timestamp = streamTimestamp;
        }
        step++;
        if (step > LAST_REPEAT) {
            return false;
        }
        boolean end = step >= EVENT_STEPS;
        out[offset] = (byte) KEYS.indexOf(waiting.charAt(0));
        out[offset + 1] = (byte) ((end ? 0x80 : 0) | VOLUME);
        NetworkOrder.put16(out, offset + 2, Math.min(step, EVENT_STEPS) * ticksPerStep);
        return true;
    }

    /**
     * The timestamp of the event being sent: that of its start (section 2.2).
     *
     * @return ticks
     */
    public int timestamp() {
        return timestamp;
    }

    /**
     * Whether the packet just made is the first of its event.
     *
     * @return the marker bit
     */
    public boolean marker() {
        return step == 1;
    }
}
