package org.sonnerie.media.ogg;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the pages of an Ogg Opus stream (RFC 7845) in the order in which they are stored, none of
 * them longer than a second: what is lost when the rest never follows is less than that. Packets
 * are of 20 ms: mono, or two channels that are two streams of their own ({@link TwoStreams}), so
 * that nothing of one is heard in the other. Not thread safe.
 */
public final class OggOpusWriter {
    private static final int SAMPLES_PER_PACKET = 960;
    private static final int PACKETS_PER_PAGE = 50;

    private final int serial;
    private final int preSkip;
    private final List<byte[]> packets = new ArrayList<>(PACKETS_PER_PAGE);
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private int segments;
    private int sequence;
    private long granule;

    /**
     * Begins a stream with its two header pages.
     *
     * @param serial random
     * @param preSkip samples at 48 kHz by which the encoder is late, 0 to 65,535
     * @param sampleRateHz of what was encoded; for information only
     */
    public OggOpusWriter(int serial, int preSkip, int sampleRateHz) {
        this(serial, preSkip, sampleRateHz, 1);
    }

    /**
     * Begins a stream of one or two channels.
     *
     * @param serial random
     * @param preSkip samples at 48 kHz by which the encoder is late, 0 to 65,535
     * @param sampleRateHz of what was encoded; for information only
     * @param channels 1, or 2: left and right
     */
    public OggOpusWriter(int serial, int preSkip, int sampleRateHz, int channels) {
        this.serial = serial;
        this.preSkip = preSkip;
        page(OggPage.FIRST, 0, List.of(head(preSkip, sampleRateHz, channels)));
        page(0, 0, List.of(tags()));
    }

    /** RFC 7845 section 5.1: version 1, no gain, one channel or two. */
    private static byte[] head(int preSkip, int sampleRateHz, int channels) {
        byte[] mapping = mapping(channels);
        return ByteBuffer.allocate(18 + mapping.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) channels)
                .putShort((short) preSkip)
                .putInt(sampleRateHz)
                .putShort((short) 0)
                .put(mapping)
                .array();
    }

    /**
     * Family 0; or family 1 (RFC 7845 section 5.1.1.2): two streams, none coupled, left and right.
     */
    private static byte[] mapping(int channels) {
        return switch (channels) {
            case 1 -> new byte[] {0};
            case 2 -> new byte[] {1, 2, 0, 0, 1};
            default -> throw new IllegalArgumentException(channels + " channels");
        };
    }

    /** RFC 7845 section 5.2: who made it, and no comments. */
    private static byte[] tags() {
        byte[] vendor = "Sonnerie".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(16 + vendor.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusTags".getBytes(StandardCharsets.US_ASCII))
                .putInt(vendor.length)
                .put(vendor)
                .putInt(0)
                .array();
    }

    /**
     * Adds the next 20 ms.
     *
     * @param packet kept, not copied; shorter than 64 kB
     */
    public void packet(byte[] packet) {
        add(packet);
        if (packets.size() == PACKETS_PER_PAGE) {
            flush(0, granule);
        }
    }

    /**
     * Ends the stream.
     *
     * @param tail one packet more, in which the last samples come out of the decoder
     * @param samples how many there are in all, at 48 kHz: what else is in the tail is not heard
     */
    public void end(byte[] tail, long samples) {
        add(tail);
        flush(OggPage.LAST, preSkip + samples);
    }

    private void add(byte[] packet) {
        int needed = OggPage.segments(packet);
        if (segments + needed > OggPage.MOST_SEGMENTS) {
            flush(0, granule);
        }
        packets.add(packet);
        segments += needed;
        granule += SAMPLES_PER_PACKET;
    }

    private void flush(int flags, long position) {
        page(flags, position, packets);
        packets.clear();
        segments = 0;
    }

    private void page(int flags, long position, List<byte[]> content) {
        made.writeBytes(OggPage.of(flags, position, serial, sequence++, content));
    }

    /**
     * The pages that were completed since the last call.
     *
     * @return their octets; empty if none was
     */
    public byte[] take() {
        byte[] pages = made.toByteArray();
        made.reset();
        return pages;
    }
}
