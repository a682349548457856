package org.sonnerie.pbx.voicemail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How long an Ogg Opus file sounds that may have been cut off anywhere (RFC 3533 section 6, RFC
 * 7845 section 4): what its last complete page says.
 */
final class OggLength {
    private static final int HEADER = 27;
    private static final int GRANULE = 6;
    private static final int PRE_SKIP = 10;
    private static final int SAMPLES_A_MILLISECOND = 48;
    private static final int MAGIC = 0x5367674F;

    private OggLength() {}

    /** Zero for a file that is missing or has no sound. */
    static Duration of(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Duration.ZERO;
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        long granule = 0;
        int preSkip = 0;
        int page = 0;
        while (page + HEADER <= bytes.limit() && bytes.getInt(page) == MAGIC) {
            int segments = bytes.get(page + HEADER - 1) & 0xFF;
            int body = page + HEADER + segments;
            int end = body;
            for (int i = page + HEADER; i < body && i < bytes.limit(); i++) {
                end += bytes.get(i) & 0xFF;
            }
            if (end > bytes.limit()) {
                break;
            }
            if (page == 0 && body + PRE_SKIP + 2 <= end) {
                preSkip = bytes.getShort(body + PRE_SKIP) & 0xFFFF;
            }
            granule = Math.max(granule, bytes.getLong(page + GRANULE));
            page = end;
        }
        return Duration.ofMillis(Math.max(0, (granule - preSkip) / SAMPLES_A_MILLISECOND));
    }
}
