package org.sonnerie.media.rtp;

import java.util.List;

/**
 * Puts an RTCP compound together (RFC 3550 section 6.1: a report first, then SDES, then perhaps
 * BYE). Owned by one thread; one writer serves any number of compounds.
 */
public final class RtcpWriter {
    /** Room that no compound of this relay exceeds, without SRTCP's tail. */
    public static final int MAXIMAL_LENGTH = 512;

    private static final int MAXIMAL_CNAME_LENGTH = 64;

    private byte[] buffer = new byte[0];
    private int start;
    private int end;

    /**
     * Begins a compound.
     *
     * @param target written into, at least {@link #MAXIMAL_LENGTH} from the offset on
     * @param offset where to begin
     * @return this
     */
    public RtcpWriter into(byte[] target, int offset) {
        buffer = target;
        start = offset;
        end = offset;
        return this;
    }

    /**
     * Adds a sender report.
     *
     * @param report its content; at most 8 report blocks
     * @return this
     */
    public RtcpWriter senderReport(RtcpPacket.SenderReport report) {
        int at = header(report.reports().size(), RtcpPacket.SENDER_REPORT, report.ssrc());
        NetworkOrder.put32(buffer, at + 8, (int) (report.ntp() >>> 32));
        NetworkOrder.put32(buffer, at + 12, (int) report.ntp());
        NetworkOrder.put32(buffer, at + 16, report.rtpTimestamp());
        NetworkOrder.put32(buffer, at + 20, report.packets());
        NetworkOrder.put32(buffer, at + 24, report.octets());
        end = at + 28;
        blocks(report.reports());
        return finish(at);
    }

    /**
     * Adds a receiver report.
     *
     * @param report its content; at most 8 report blocks
     * @return this
     */
    public RtcpWriter receiverReport(RtcpPacket.ReceiverReport report) {
        int at = header(report.reports().size(), RtcpPacket.RECEIVER_REPORT, report.ssrc());
        blocks(report.reports());
        return finish(at);
    }

    /**
     * Adds a source description with one CNAME.
     *
     * @param description its content; the CNAME is ASCII, at most 64 letters
     * @return this
     */
    public RtcpWriter sourceDescription(RtcpPacket.SourceDescription description) {
        String cname = description.cname();
        if (cname.length() > MAXIMAL_CNAME_LENGTH) {
            throw new IllegalArgumentException("CNAME of " + cname.length() + " letters");
        }
        int at = header(1, RtcpPacket.SOURCE_DESCRIPTION, description.ssrc());
        buffer[end] = 1;
        buffer[end + 1] = (byte) cname.length();
        for (int i = 0; i < cname.length(); i++) {
            buffer[end + 2 + i] = (byte) cname.charAt(i);
        }
        end += 2 + cname.length();
        do {
            buffer[end++] = 0;
        } while ((end - at) % 4 != 0);
        return finish(at);
    }

    /**
     * Adds a BYE.
     *
     * @param bye who leaves
     * @return this
     */
    public RtcpWriter bye(RtcpPacket.Bye bye) {
        return finish(header(1, RtcpPacket.BYE, bye.ssrc()));
    }

    /**
     * The compound's size so far.
     *
     * @return octets
     */
    public int length() {
        return end - start;
    }

    private int header(int count, int type, int ssrc) {
        if (count > 8) {
            throw new IllegalArgumentException(count + " report blocks");
        }
        int at = end;
        buffer[at] = (byte) (0x80 | count);
        buffer[at + 1] = (byte) type;
        NetworkOrder.put32(buffer, at + 4, ssrc);
        end = at + 8;
        return at;
    }

    private void blocks(List<ReportBlock> reports) {
        for (ReportBlock report : reports) {
            report.write(buffer, end);
            end += ReportBlock.LENGTH;
        }
    }

    private RtcpWriter finish(int at) {
        NetworkOrder.put16(buffer, at + 2, (end - at) / 4 - 1);
        return this;
    }
}
