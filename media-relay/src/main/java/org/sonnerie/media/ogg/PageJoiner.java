package org.sonnerie.media.ogg;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Makes packets of the first logical stream of Ogg pages. Not thread safe. */
final class PageJoiner {
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private int serial;
    private long granule;
    private boolean begun;
    private boolean headless;
    private boolean last;

    /**
     * Takes the next page.
     *
     * @param octets hold it; it is undamaged
     * @param page where it begins
     * @return the packets that end in it; none of those of another stream
     */
    List<byte[]> packets(byte[] octets, int page) {
        ByteBuffer buffer = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        if (!begun) {
            begun = true;
            serial = buffer.getInt(page + OggPage.SERIAL);
        }
        if (buffer.getInt(page + OggPage.SERIAL) != serial) {
            return List.of();
        }
        int flags = octets[page + OggPage.FLAGS];
        begin((flags & OggPage.CONTINUED) != 0);
        List<byte[]> packets = new ArrayList<>();
        int segments = octets[page + OggPage.SEGMENTS] & 0xFF;
        int at = page + OggPage.HEADER_LENGTH + segments;
        for (int i = 0; i < segments; i++) {
            int length = octets[page + OggPage.HEADER_LENGTH + i] & 0xFF;
            unfinished.write(octets, at, length);
            at += length;
            if (length < OggPage.FULL_SEGMENT) {
                finish(packets);
            }
        }
        long position = buffer.getLong(page + OggPage.GRANULE);
        granule = position < 0 ? granule : position;
        last = (flags & OggPage.LAST) != 0;
        return packets;
    }

    private void begin(boolean continued) {
        if (continued) {
            headless |= unfinished.size() == 0;
        } else {
            unfinished.reset();
            headless = false;
        }
    }

    /** A packet whose beginning was never seen is no packet. */
    private void finish(List<byte[]> packets) {
        if (!headless) {
            packets.add(unfinished.toByteArray());
        }
        headless = false;
        unfinished.reset();
    }

    long granule() {
        return granule;
    }

    /** Whether the page taken last says that no other follows. */
    boolean last() {
        return last;
    }
}
