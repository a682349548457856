package org.sonnerie.media.rtp;

/**
 * What a receiver says of one source (RFC 3550 section 6.4.1).
 *
 * @param ssrc the source reported on
 * @param fractionLost since the last report, in 1/256, 0 to 255
 * @param cumulativeLost packets, signed 24 bits (duplicates can make it negative)
 * @param highestSequence extended: cycles in the upper 16 bits
 * @param jitterTicks interarrival jitter in ticks of the clock rate, unsigned
 * @param lastSenderReport middle 32 bits of the last SR's NTP timestamp, 0 if there was none
 * @param delaySinceLastSenderReport in 1/65536 s, 0 if there was none
 */
public record ReportBlock(
        int ssrc,
        int fractionLost,
        int cumulativeLost,
        int highestSequence,
        int jitterTicks,
        int lastSenderReport,
        int delaySinceLastSenderReport) {
    static final int LENGTH = 24;

    static ReportBlock read(byte[] buffer, int at) {
        return new ReportBlock(
                NetworkOrder.int32(buffer, at),
                buffer[at + 4] & 0xFF,
                (NetworkOrder.uint24(buffer, at + 5) << 8) >> 8,
                NetworkOrder.int32(buffer, at + 8),
                NetworkOrder.int32(buffer, at + 12),
                NetworkOrder.int32(buffer, at + 16),
                NetworkOrder.int32(buffer, at + 20));
    }

    void write(byte[] buffer, int at) {
        NetworkOrder.put32(buffer, at, ssrc);
        buffer[at + 4] = (byte) fractionLost;
        NetworkOrder.put24(buffer, at + 5, cumulativeLost);
        NetworkOrder.put32(buffer, at + 8, highestSequence);
        NetworkOrder.put32(buffer, at + 12, jitterTicks);
        NetworkOrder.put32(buffer, at + 16, lastSenderReport);
        NetworkOrder.put32(buffer, at + 20, delaySinceLastSenderReport);
    }

    /**
     * The round trip time this report lets its reader compute (RFC 3550 section 6.4.1, DLSR).
     *
     * @param nowNtp the reader's NTP time at arrival, 64 bits, see {@link NtpTime}
     * @return milliseconds, or -1 if the report refers to no sender report
     */
    public long roundTripMillis(long nowNtp) {
        if (lastSenderReport == 0) {
            return -1;
        }
        int compact = NtpTime.compact(nowNtp) - lastSenderReport - delaySinceLastSenderReport;
        return Math.max(0, compact * 1000L / 65_536);
    }
}
