package org.sonnerie.media.ogg;

import java.util.ArrayList;
import java.util.List;

/** Takes the packets of the first logical stream out of Ogg pages. Not thread safe. */
final class PacketReader {
    /** More than two hours of packets of 20 ms: whoever has more of them means no good. */
    private static final int MOST_PACKETS = 400_000;

    private final byte[] file;
    private final List<byte[]> packets = new ArrayList<>();
    private final PageJoiner pages = new PageJoiner();
    private int page;

    PacketReader(byte[] file) {
        this.file = file;
    }

    void readAll() {
        int length = OggPage.lengthAt(file, page);
        while (length > 0 && !pages.last() && packets.size() < MOST_PACKETS) {
            packets.addAll(pages.packets(file, page));
            page += length;
            length = OggPage.lengthAt(file, page);
        }
    }

    List<byte[]> packets() {
        return packets;
    }

    long granule() {
        return pages.granule();
    }

    /** Whether the last page says that it is, and nothing follows it. */
    boolean whole() {
        return pages.last() && page == file.length;
    }
}
