package org.sonnerie.media.rtp;

import java.util.ArrayList;
import java.util.List;

/** Takes RTCP compounds apart (RFC 3550 section 6.1; reduced size of RFC 5506 is accepted). */
public final class RtcpReader {
    private static final int CNAME = 1;

    private RtcpReader() {}

    /**
     * Reads a compound.
     *
     * @param buffer holds it; read, not kept
     * @param offset where it begins
     * @param length its octets
     * @return the packets of known types in order; empty if any part is malformed
     */
    public static List<RtcpPacket> read(byte[] buffer, int offset, int length) {
        List<RtcpPacket> packets = new ArrayList<>(3);
        int at = offset;
        int end = offset + length;
        while (at < end) {
            int size = packetLength(buffer, at, end);
            if (size < 0 || !readOne(buffer, at, size, packets)) {
                return List.of();
            }
            at += size;
        }
        return packets;
    }

    private static int packetLength(byte[] buffer, int at, int end) {
        if (at + 4 > end || (buffer[at] & 0xC0) != 0x80) {
            return -1;
        }
        int size = 4 * (NetworkOrder.uint16(buffer, at + 2) + 1);
        return at + size <= end ? size : -1;
    }

    private static boolean readOne(byte[] buffer, int at, int size, List<RtcpPacket> packets) {
        return switch (buffer[at + 1] & 0xFF) {
            case RtcpPacket.SENDER_REPORT -> readSenderReport(buffer, at, size, packets);
            case RtcpPacket.RECEIVER_REPORT -> readReceiverReport(buffer, at, size, packets);
            case RtcpPacket.SOURCE_DESCRIPTION -> readDescription(buffer, at, size, packets);
            case RtcpPacket.BYE -> readBye(buffer, at, size, packets);
            default -> true;
        };
    }

    private static boolean readBye(byte[] buffer, int at, int size, List<RtcpPacket> packets) {
        int count = buffer[at] & 0x1F;
        if (4 + 4 * count > size) {
            return false;
        }
        packets.add(new RtcpPacket.Bye(count == 0 ? 0 : NetworkOrder.int32(buffer, at + 4)));
        return true;
    }

    private static boolean readSenderReport(
            byte[] buffer, int at, int size, List<RtcpPacket> packets) {
        int count = buffer[at] & 0x1F;
        if (28 + count * ReportBlock.LENGTH > size) {
            return false;
        }
        long ntp =
                (NetworkOrder.uint32(buffer, at + 8) << 32) | NetworkOrder.uint32(buffer, at + 12);
        packets.add(
                new RtcpPacket.SenderReport(
                        NetworkOrder.int32(buffer, at + 4),
                        ntp,
                        NetworkOrder.int32(buffer, at + 16),
                        NetworkOrder.int32(buffer, at + 20),
                        NetworkOrder.int32(buffer, at + 24),
                        readBlocks(buffer, at + 28, count)));
        return true;
    }

    private static boolean readReceiverReport(
            byte[] buffer, int at, int size, List<RtcpPacket> packets) {
        int count = buffer[at] & 0x1F;
        if (8 + count * ReportBlock.LENGTH > size) {
            return false;
        }
        packets.add(
                new RtcpPacket.ReceiverReport(
                        NetworkOrder.int32(buffer, at + 4), readBlocks(buffer, at + 8, count)));
        return true;
    }

    private static List<ReportBlock> readBlocks(byte[] buffer, int at, int count) {
        List<ReportBlock> blocks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            blocks.add(ReportBlock.read(buffer, at + i * ReportBlock.LENGTH));
        }
        return blocks;
    }

    private static boolean readDescription(
            byte[] buffer, int at, int size, List<RtcpPacket> packets) {
        if ((buffer[at] & 0x1F) == 0) {
            return true;
        }
        int end = at + size;
        if (size < 9) {
            return false;
        }
        String cname = "";
        int item = at + 8;
        while (item < end && buffer[item] != 0) {
            if (item + 2 > end || item + 2 + (buffer[item + 1] & 0xFF) > end) {
                return false;
            }
            int length = buffer[item + 1] & 0xFF;
            if (buffer[item] == CNAME) {
                cname = ascii(buffer, item + 2, length);
            }
            item += 2 + length;
        }
        packets.add(new RtcpPacket.SourceDescription(NetworkOrder.int32(buffer, at + 4), cname));
        return true;
    }

    private static String ascii(byte[] buffer, int at, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int octet = buffer[at + i];
            text.append(octet >= ' ' && octet < 0x7F ? (char) octet : '?');
        }
        return text.toString();
    }
}
