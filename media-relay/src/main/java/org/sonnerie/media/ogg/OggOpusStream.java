package org.sonnerie.media.ogg;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * An Ogg Opus file of any length, read page by page, up to the last one that is complete and
 * undamaged. Not thread safe.
 */
public final class OggOpusStream implements AutoCloseable {
    private final InputStream in;
    private final PageJoiner pages = new PageJoiner();
    private final Deque<byte[]> packets = new ArrayDeque<>();
    private final byte[] page =
            new byte
                    [OggPage.HEADER_LENGTH
                            + OggPage.MOST_SEGMENTS
                            + OggPage.MOST_SEGMENTS * OggPage.FULL_SEGMENT];
    private byte[] head = new byte[0];

    private OggOpusStream(InputStream in) {
        this.in = in;
    }

    /**
     * Opens a file.
     *
     * @param file all of it; closed with the stream, and if it is refused
     * @return at its first packet of sound; to be closed
     * @throws IOException if it cannot be read, or is not as {@link OggOpus#read} wants it
     */
    public static OggOpusStream open(InputStream file) throws IOException {
        OggOpusStream stream = new OggOpusStream(new BufferedInputStream(file));
        boolean isOpus = false;
        try {
            stream.head = stream.next().orElse(stream.head);
            isOpus = OggOpus.areHeaders(stream.head, stream.next().orElse(stream.head));
        } finally {
            if (!isOpus) {
                stream.close();
            }
        }
        if (!isOpus) {
            throw new IOException("no Ogg Opus");
        }
        return stream;
    }

    /**
     * The next packet.
     *
     * @return empty: there is none any more
     * @throws IOException if the file cannot be read
     */
    public Optional<byte[]> next() throws IOException {
        while (packets.isEmpty() && !pages.last() && readPage()) {
            packets.addAll(pages.packets(page, 0));
        }
        return Optional.ofNullable(packets.poll());
    }

    private boolean readPage() throws IOException {
        int header = in.readNBytes(page, 0, OggPage.HEADER_LENGTH);
        int segments = header < OggPage.HEADER_LENGTH ? 0 : page[OggPage.SEGMENTS] & 0xFF;
        int at = header + in.readNBytes(page, header, segments);
        int body = 0;
        for (int i = OggPage.HEADER_LENGTH; i < at; i++) {
            body += page[i] & 0xFF;
        }
        int length = at + in.readNBytes(page, at, body);
        return OggPage.lengthAt(Arrays.copyOf(page, length), 0) == length && length > 0;
    }

    /**
     * Whether left and right are two streams ({@link TwoStreams}).
     *
     * @return false: one stream
     */
    public boolean twoStreams() {
        return OggOpus.isTwoStreams(head);
    }

    /**
     * What is decoded first and not to be heard.
     *
     * @return samples at 48 kHz
     */
    public int preSkip() {
        return OggOpus.preSkip(head);
    }

    /**
     * Where the sound of the pages read so far ends.
     *
     * @return samples at 48 kHz, the pre-skip among them
     */
    public long granule() {
        return pages.granule();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
