package org.sonnerie.media.ogg;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The content of an Ogg Opus file. Immutable. */
public final class OggOpus {
    private static final int HEADER_PACKETS = 2;
    private static final int HEAD_LENGTH = 19;

    private final List<byte[]> packets;
    private final int preSkip;
    private final boolean twoStreams;
    private final long granule;
    private final boolean whole;

    private OggOpus(PacketReader read) {
        byte[] head = read.packets().getFirst();
        this.packets = List.copyOf(read.packets().subList(HEADER_PACKETS, read.packets().size()));
        this.preSkip = preSkip(head);
        this.twoStreams = isTwoStreams(head);
        this.granule = read.granule();
        this.whole = read.whole();
    }

    /**
     * Reads what there is, up to the last page that is complete and undamaged: of a file that was
     * cut off anywhere as much as can be heard.
     *
     * @param file its octets
     * @return empty if it is not Ogg Opus of one stream, mono or stereo, or of {@link TwoStreams}
     */
    public static Optional<OggOpus> read(byte[] file) {
        PacketReader reader = new PacketReader(file);
        reader.readAll();
        List<byte[]> found = reader.packets();
        boolean isOpus =
                found.size() >= HEADER_PACKETS && areHeaders(found.getFirst(), found.get(1));
        return isOpus ? Optional.of(new OggOpus(reader)) : Optional.empty();
    }

    static boolean areHeaders(byte[] head, byte[] tags) {
        return isHead(head) && startsWith(tags, "OpusTags");
    }

    static int preSkip(byte[] head) {
        return (head[10] & 0xFF) | ((head[11] & 0xFF) << 8);
    }

    /** RFC 7845 section 5.1: any minor version; mapping family 0, or two streams of their own. */
    private static boolean isHead(byte[] packet) {
        return packet.length >= HEAD_LENGTH
                && startsWith(packet, "OpusHead")
                && (packet[8] & 0xF0) == 0
                && (packet[18] == 0 || isTwoStreams(packet));
    }

    static boolean isTwoStreams(byte[] head) {
        return head.length >= HEAD_LENGTH + 4
                && head[9] == 2
                && head[18] == 1
                && head[19] == 2
                && head[20] == 0;
    }

    private static boolean startsWith(byte[] packet, String text) {
        return new String(packet, StandardCharsets.ISO_8859_1).startsWith(text);
    }

    /**
     * The audio packets.
     *
     * @return in order; not to be changed
     */
    public List<byte[]> packets() {
        return packets;
    }

    /**
     * Whether left and right are two streams, joined packet by packet ({@link TwoStreams}).
     *
     * @return false: one stream
     */
    public boolean twoStreams() {
        return twoStreams;
    }

    /**
     * What is decoded first and not to be heard.
     *
     * @return samples at 48 kHz
     */
    public int preSkip() {
        return preSkip;
    }

    /**
     * How long it sounds, without the pre-skip and what its end cuts off.
     *
     * @return samples at 48 kHz
     */
    public long samples() {
        return Math.max(0, granule - preSkip);
    }

    /**
     * Whether the file ends as it should.
     *
     * @return false: it was cut off or damaged, and more may have been said
     */
    public boolean whole() {
        return whole;
    }
}
