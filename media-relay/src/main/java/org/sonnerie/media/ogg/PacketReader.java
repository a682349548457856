package org.sonnerie.media.ogg;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Takes the packets of the first logical stream out of Ogg pages. Not thread safe. */
final class PacketReader {
    /** More than two hours of packets of 20 ms: whoever has more of them means no good. */
    private static final int MOST_PACKETS = 400_000;

    private final byte[] file;
    private final ByteBuffer octets;
    private final List<byte[]> packets = new ArrayList<>();
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private int page;
    private int serial;
    private long granule;
    private boolean begun;
    private boolean headless;
    private boolean last;

    PacketReader(byte[] file) {
        this.file = file;
        this.octets = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    void readAll() {
        int length = OggPage.lengthAt(file, page);
        while (length > 0 && !last && packets.size() < MOST_PACKETS) {
            if (!begun) {
                begun = true;
                serial = octets.getInt(page + OggPage.SERIAL);
            }
            if (octets.getInt(page + OggPage.SERIAL) == serial) {
                readPage();
            }
            page += length;
            length = OggPage.lengthAt(file, page);
        }
    }

    private void readPage() {
        int flags = octets.get(page + OggPage.FLAGS);
        int segments = octets.get(page + OggPage.SEGMENTS) & 0xFF;
        int at = page + OggPage.HEADER_LENGTH + segments;
        if ((flags & OggPage.CONTINUED) == 0) {
            unfinished.reset();
            headless = false;
        } else {
            headless |= unfinished.size() == 0;
        }
        for (int i = 0; i < segments; i++) {
            int length = octets.get(page + OggPage.HEADER_LENGTH + i) & 0xFF;
            unfinished.write(file, at, length);
            at += length;
            if (length < OggPage.FULL_SEGMENT) {
                finish();
            }
        }
        long position = octets.getLong(page + OggPage.GRANULE);
        granule = position < 0 ? granule : position;
        last = (flags & OggPage.LAST) != 0;
    }

    /** A packet whose beginning was never seen is no packet. */
    private void finish() {
        if (!headless) {
            packets.add(unfinished.toByteArray());
        }
        headless = false;
        unfinished.reset();
    }

    List<byte[]> packets() {
        return packets;
    }

    long granule() {
        return granule;
    }

    /** Whether the last page says that it is, and nothing follows it. */
    boolean whole() {
        return last && page == file.length;
    }
}
