package org.sonnerie.media.exporter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The head of a WAV file of 16-bit PCM (RIFF, all numbers little-endian).
 *
 * <pre>
 *  0 "RIFF", octets that follow, "WAVE"
 * 12 "fmt ", 16, format 1, channels, samples a second, octets a second, octets a frame, 16 bits
 * 36 "data", octets that follow
 * </pre>
 */
final class WavHeader {
    static final int LENGTH = 44;

    private static final int BEFORE_SIZE = 8;
    private static final int FORMAT_LENGTH = 16;
    private static final short PCM = 1;

    /** A size has 32 bits. */
    private static final long MOST_OCTETS = 0xFFFF_FFFFL - LENGTH;

    private WavHeader() {}

    /** The samples of each channel that one file can hold. */
    static long mostSamples(int channels) {
        return MOST_OCTETS / ((long) channels * Short.BYTES);
    }

    static byte[] of(int sampleRateHz, int channels, long samples) {
        int frame = channels * Short.BYTES;
        long data = samples * frame;
        return ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt((int) (LENGTH - BEFORE_SIZE + data))
                .put(ascii("WAVEfmt "))
                .putInt(FORMAT_LENGTH)
                .putShort(PCM)
                .putShort((short) channels)
                .putInt(sampleRateHz)
                .putInt(sampleRateHz * frame)
                .putShort((short) frame)
                .putShort((short) Short.SIZE)
                .put(ascii("data"))
                .putInt((int) data)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
