package org.sonnerie.media.rtp;

import java.util.List;

/** One packet of an RTCP compound (RFC 3550 section 6), of the types this relay understands. */
public sealed interface RtcpPacket {
    /** RFC 3550 section 12.1. */
    int SENDER_REPORT = 200;

    /** RFC 3550 section 12.1. */
    int RECEIVER_REPORT = 201;

    /** RFC 3550 section 12.1. */
    int SOURCE_DESCRIPTION = 202;

    /** RFC 3550 section 12.1. */
    int BYE = 203;

    /**
     * Who sent the packet.
     *
     * @return its SSRC; of a BYE without sources 0
     */
    int ssrc();

    /**
     * Section 6.4.1.
     *
     * @param ssrc the sender
     * @param ntp 64 bits, see {@link NtpTime}
     * @param rtpTimestamp the same moment in the stream's clock
     * @param packets sent so far, 32 bits unsigned
     * @param octets of payload sent so far, 32 bits unsigned
     * @param reports on the sources the sender hears, at most 31
     */
    record SenderReport(
            int ssrc,
            long ntp,
            int rtpTimestamp,
            int packets,
            int octets,
            List<ReportBlock> reports)
            implements RtcpPacket {
        /** Copies the list. */
        public SenderReport {
            reports = List.copyOf(reports);
        }
    }

    /**
     * Section 6.4.2.
     *
     * @param ssrc the sender
     * @param reports on the sources the sender hears, at most 31
     */
    record ReceiverReport(int ssrc, List<ReportBlock> reports) implements RtcpPacket {
        /** Copies the list. */
        public ReceiverReport {
            reports = List.copyOf(reports);
        }
    }

    /**
     * Section 6.5; of the items only the CNAME of the first chunk.
     *
     * @param ssrc the source described
     * @param cname its canonical name, empty if not given
     */
    record SourceDescription(int ssrc, String cname) implements RtcpPacket {}

    /**
     * Section 6.6.
     *
     * @param ssrc the first source that leaves
     */
    record Bye(int ssrc) implements RtcpPacket {}
}
