package org.sonnerie.pbx.prompts;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of sound file in a pack, by the end of their names. Those without a header are given
 * one: the samples stay as they are.
 *
 * @param format of RIFF: 1 plain samples, 6 A-law, 7 µ-law; 0: the file has a header of its own
 * @param rateHz samples a second
 * @param bits of a sample
 */
record RawSound(int format, int rateHz, int bits) {
    private static final int PCM = 1;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int HEADER = 44;
    private static final int RIFF_OVERHEAD = 36;
    private static final int FORMAT_LENGTH = 16;

    private static final RawSound ITS_OWN = new RawSound(0, 48_000, 16);
    private static final RawSound IS_MU_LAW = new RawSound(MU_LAW, 8_000, 8);
    private static final RawSound IS_A_LAW = new RawSound(A_LAW, 8_000, 8);

    private static final Map<String, RawSound> KINDS =
            Map.ofEntries(
                    Map.entry("wav", ITS_OWN),
                    Map.entry("au", ITS_OWN),
                    Map.entry("aiff", ITS_OWN),
                    Map.entry("ulaw", IS_MU_LAW),
                    Map.entry("ul", IS_MU_LAW),
                    Map.entry("mu", IS_MU_LAW),
                    Map.entry("pcm", IS_MU_LAW),
                    Map.entry("alaw", IS_A_LAW),
                    Map.entry("al", IS_A_LAW),
                    Map.entry("sln", plain(8_000)),
                    Map.entry("sln12", plain(12_000)),
                    Map.entry("sln16", plain(16_000)),
                    Map.entry("sln24", plain(24_000)),
                    Map.entry("sln32", plain(32_000)),
                    Map.entry("sln44", plain(44_100)),
                    Map.entry("sln48", plain(48_000)),
                    Map.entry("sln96", plain(96_000)),
                    Map.entry("sln192", plain(192_000)));

    private static RawSound plain(int rateHz) {
        return new RawSound(PCM, rateHz, Short.SIZE);
    }

    /** The kind of a file, by the end of its name in small letters; empty: it cannot be read. */
    static Optional<RawSound> of(String extension) {
        return Optional.ofNullable(KINDS.get(extension));
    }

    /** Which of two files of one prompt is the better one: the higher. */
    int worth() {
        return rateHz * bits;
    }

    /** A file that the importer reads. */
    byte[] withHeader(byte[] content) {
        if (format == 0) {
            return content;
        }
        int frame = bits / Byte.SIZE;
        int length = content.length - content.length % frame;
        return ByteBuffer.allocate(HEADER + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(RIFF_OVERHEAD + length)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(FORMAT_LENGTH)
                .putShort((short) format)
                .putShort((short) 1)
                .putInt(rateHz)
                .putInt(rateHz * frame)
                .putShort((short) frame)
                .putShort((short) bits)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .put(content, 0, length)
                .array();
    }
}
