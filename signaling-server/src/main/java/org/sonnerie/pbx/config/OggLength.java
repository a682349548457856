package org.sonnerie.pbx.config;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.sonnerie.media.api.SoundFiles;

/**
 * How long an Ogg Opus file sounds that may have been cut off anywhere: what its last complete page
 * says (RFC 3533 section 6, RFC 7845 section 4). Goes from page to page without reading what is in
 * them: a recording may be of hours.
 */
public final class OggLength {
    private static final int HEADER = 27;
    private static final int GRANULE = 6;
    private static final int PRE_SKIP = 10;
    private static final int SAMPLES_A_MILLISECOND = 48;
    private static final int MAGIC = 0x5367674F;
    private static final int MOST_SEGMENTS = 255;

    private OggLength() {}

    /**
     * How long it sounds.
     *
     * @param files where it is
     * @param file Ogg Opus, or the beginning of one
     * @return zero for a file that is missing or has no sound
     * @throws IOException if it cannot be read
     */
    public static Duration of(SoundFiles files, Path file) throws IOException {
        if (!Files.exists(file)) {
            return Duration.ZERO;
        }
        try (InputStream open = new BufferedInputStream(files.open(file))) {
            return of(open);
        }
    }

    private static Duration of(InputStream file) throws IOException {
        byte[] octets = new byte[HEADER + MOST_SEGMENTS];
        long granule = 0;
        int preSkip = 0;
        for (boolean first = true; file.readNBytes(octets, 0, HEADER) == HEADER; first = false) {
            int segments = octets[HEADER - 1] & 0xFF;
            ByteBuffer head = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
            if (head.getInt(0) != MAGIC || file.readNBytes(octets, HEADER, segments) < segments) {
                break;
            }
            int length = content(octets, HEADER + segments);
            byte[] begin = file.readNBytes(first ? Math.min(length, PRE_SKIP + 2) : 0);
            if (isCutOff(file, length - begin.length)) {
                break;
            }
            if (begin.length == PRE_SKIP + 2) {
                ByteBuffer opus = ByteBuffer.wrap(begin).order(ByteOrder.LITTLE_ENDIAN);
                preSkip = opus.getShort(PRE_SKIP) & 0xFFFF;
            }
            granule = Math.max(granule, head.getLong(GRANULE));
        }
        return Duration.ofMillis(Math.max(0, (granule - preSkip) / SAMPLES_A_MILLISECOND));
    }

    /** Goes so far on, unless the file ends before. */
    private static boolean isCutOff(InputStream file, int octets) throws IOException {
        try {
            file.skipNBytes(octets);
            return false;
        } catch (EOFException end) {
            return true;
        }
    }

    private static int content(byte[] octets, int body) {
        int length = 0;
        for (int i = HEADER; i < body; i++) {
            length += octets[i] & 0xFF;
        }
        return length;
    }
}
