package org.sonnerie.media.codec;

/** The first octet of an Opus packet (RFC 6716 section 3.1), from which its duration follows. */
final class OpusToc {
    private static final int TICKS_PER_MILLI = 48;
    private static final int LONGEST_TICKS = AudioDecoder.MAXIMAL_PACKET_MILLIS * TICKS_PER_MILLI;
    private static final int[] SILK_MILLIS = {10, 20, 40, 60};

    private OpusToc() {}

    /** Duration in ticks of 48 kHz, or 0 if malformed. */
    static int ticks(byte[] payload, int offset, int length) {
        if (length < 1) {
            return 0;
        }
        int ticks = frames(payload, offset, length) * ticksPerFrame((payload[offset] & 0xFF) >> 3);
        return ticks <= LONGEST_TICKS ? ticks : 0;
    }

    private static int frames(byte[] payload, int offset, int length) {
        return switch (payload[offset] & 3) {
            case 0 -> 1;
            case 1, 2 -> 2;
            default -> length < 2 ? 0 : payload[offset + 1] & 0x3F;
        };
    }

    private static int ticksPerFrame(int configuration) {
        if (configuration < 12) {
            return SILK_MILLIS[configuration & 3] * TICKS_PER_MILLI;
        }
        if (configuration < 16) {
            return (configuration & 1) == 0 ? 480 : 960;
        }
        return 120 << (configuration & 3);
    }
}
