package org.sonnerie.e2e.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** WAV files: 16-bit mono PCM. */
public final class WavFile {
    /** The sound begins here in the files this class and libsndfile write. */
    public static final int HEADER_BYTES = 44;

    private WavFile() {}

    /**
     * Writes a file.
     *
     * @param path where
     * @param samples what
     * @param rateHz samples a second
     * @throws IOException if it cannot be written
     */
    public static void write(Path path, short[] samples, int rateHz) throws IOException {
        int bytes = samples.length * 2;
        ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(36 + bytes).put(ascii("WAVE"));
        out.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        out.putInt(rateHz).putInt(rateHz * 2).putShort((short) 2).putShort((short) 16);
        out.put(ascii("data")).putInt(bytes);
        for (short sample : samples) {
            out.putShort(sample);
        }
        Files.write(path, out.array());
    }

    /**
     * Reads the samples after the first ones of a file that may still be growing; the lengths in
     * its header are not believed.
     *
     * @param path of which file
     * @param after so many samples are skipped
     * @return what follows
     * @throws IOException if it cannot be read
     */
    public static short[] readAfter(Path path, int after) throws IOException {
        byte[] all = Files.readAllBytes(path);
        int from = HEADER_BYTES + after * 2;
        int count = Math.max(0, (all.length - from) / 2);
        short[] samples = new short[count];
        if (count > 0) {
            ByteBuffer.wrap(all, from, count * 2)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
        }
        return samples;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
