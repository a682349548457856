package org.sonnerie.pbx.config;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

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
     * @param file Ogg Opus, or the beginning of one
     * @return zero for a file that is missing or has no sound
     * @throws IOException if it cannot be read
     */
    public static Duration of(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Duration.ZERO;
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            return of(open);
        }
    }

    private static Duration of(RandomAccessFile file) throws IOException {
        byte[] octets = new byte[HEADER + MOST_SEGMENTS + PRE_SKIP + 2];
        long granule = 0;
        int preSkip = 0;
        long page = 0;
        while (page + HEADER <= file.length()) {
            file.seek(page);
            int read = Math.max(0, file.read(octets));
            ByteBuffer head = ByteBuffer.wrap(octets, 0, read).order(ByteOrder.LITTLE_ENDIAN);
            int body = HEADER + (octets[HEADER - 1] & 0xFF);
            long end = page + body + content(octets, body);
            if (read < HEADER || head.getInt(0) != MAGIC || end > file.length()) {
                break;
            }
            if (page == 0 && body + PRE_SKIP + 2 <= read) {
                preSkip = head.getShort(body + PRE_SKIP) & 0xFFFF;
            }
            granule = Math.max(granule, head.getLong(GRANULE));
            page = end;
        }
        return Duration.ofMillis(Math.max(0, (granule - preSkip) / SAMPLES_A_MILLISECOND));
    }

    private static int content(byte[] octets, int body) {
        int length = 0;
        for (int i = HEADER; i < body; i++) {
            length += octets[i] & 0xFF;
        }
        return length;
    }
}
