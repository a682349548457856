package org.sonnerie.media.rtp;

/**
 * Loss and jitter of one received source (RFC 3550 appendix A.1, A.3 and A.8). No probation: what
 * comes here is authenticated or latched already. Owned by one thread.
 */
public final class ReceptionStatistics {
    private static final int MAX_DROPOUT = 3000;
    private static final int MAX_MISORDER = 100;
    private static final int SEQUENCE_MODULUS = 1 << 16;
    private static final int NO_SEQUENCE = -1;

    private final int clockRateHz;
    private boolean started;
    private int ssrc;
    private int baseSequence;
    private int highestSequence;
    private int cycles;
    private int suspectSequence = NO_SEQUENCE;
    private long received;
    private long expectedBefore;
    private long receivedBefore;
    private int transit;
    private boolean transitKnown;
    private double jitterTicks;
    private long lastSenderReportNtp;
    private long lastSenderReportNanos;

    /**
     * Statistics of a source not yet heard.
     *
     * @param clockRateHz of its timestamps
     */
    public ReceptionStatistics(int clockRateHz) {
        this.clockRateHz = clockRateHz;
    }

    /**
     * Counts a packet. Another SSRC starts anew.
     *
     * @param packet a received packet
     * @param nowNanos when it came
     */
    public void onPacket(RtpPacket packet, long nowNanos) {
        if (!started || packet.ssrc() != ssrc) {
            ssrc = packet.ssrc();
            lastSenderReportNtp = 0;
            restart(packet.sequenceNumber());
        }
        if (updateSequence(packet.sequenceNumber())) {
            received++;
            updateJitter(packet.timestamp(), nowNanos);
        }
    }

    private void restart(int sequence) {
        started = true;
        baseSequence = sequence;
        highestSequence = sequence;
        cycles = 0;
        suspectSequence = NO_SEQUENCE;
        received = 0;
        expectedBefore = 0;
        receivedBefore = 0;
        transitKnown = false;
        jitterTicks = 0;
    }

    /** Appendix A.1; false: a wild jump that only its successor would confirm. */
    private boolean updateSequence(int sequence) {
        int delta = (sequence - highestSequence) & 0xFFFF;
        if (delta < MAX_DROPOUT) {
            if (sequence < highestSequence) {
                cycles += SEQUENCE_MODULUS;
            }
            highestSequence = sequence;
        } else if (delta <= SEQUENCE_MODULUS - MAX_MISORDER) {
            if (sequence != suspectSequence) {
                suspectSequence = (sequence + 1) & 0xFFFF;
                return false;
            }
            restart(sequence);
        }
        return true;
    }

    /** Appendix A.8. */
    private void updateJitter(int timestamp, long nowNanos) {
        long seconds = nowNanos / 1_000_000_000L;
        long rest = nowNanos % 1_000_000_000L;
        int arrival = (int) (seconds * clockRateHz + rest * clockRateHz / 1_000_000_000L);
        int newTransit = arrival - timestamp;
        if (transitKnown) {
            int difference = Math.abs(newTransit - transit);
            if (difference < clockRateHz * 10) {
                jitterTicks += (difference - jitterTicks) / 16;
            }
        }
        transit = newTransit;
        transitKnown = true;
    }

    /**
     * Notes a sender report of the source, to which our reports then refer.
     *
     * @param ntp its NTP timestamp
     * @param nowNanos when it came
     */
    public void onSenderReport(long ntp, long nowNanos) {
        lastSenderReportNtp = ntp;
        lastSenderReportNanos = nowNanos;
    }

    /**
     * Whether there is anything to report on.
     *
     * @return true once a packet came
     */
    public boolean heard() {
        return started;
    }

    /**
     * Makes a report block and begins a new reporting interval (appendix A.3).
     *
     * @param nowNanos the time of the report
     * @return the block
     */
    public ReportBlock report(long nowNanos) {
        long expected = expected();
        long expectedNow = expected - expectedBefore;
        long lostNow = expectedNow - (received - receivedBefore);
        expectedBefore = expected;
        receivedBefore = received;
        int fraction =
                expectedNow == 0 || lostNow <= 0
                        ? 0
                        : (int) Math.min(255, (lostNow << 8) / expectedNow);
        int compact = NtpTime.compact(lastSenderReportNtp);
        long delay = compact == 0 ? 0 : (nowNanos - lastSenderReportNanos) / 1000 * 65_536;
        return new ReportBlock(
                ssrc,
                fraction,
                Math.clamp(lost(), -0x80_0000, 0x7F_FFFF),
                cycles + highestSequence,
                (int) jitterTicks,
                compact,
                (int) (delay / 1_000_000));
    }

    /**
     * Packets that would have come so far without loss.
     *
     * @return by the sequence numbers, since the source began
     */
    public long expected() {
        return started ? (long) cycles + highestSequence - baseSequence + 1 : 0;
    }

    /**
     * Packets lost so far.
     *
     * @return expected minus received; negative when duplicates outweigh losses
     */
    public long lost() {
        return expected() - received;
    }

    /**
     * Packets received so far.
     *
     * @return since the source began
     */
    public long received() {
        return received;
    }

    /**
     * The interarrival jitter.
     *
     * @return milliseconds
     */
    public double jitterMillis() {
        return jitterTicks * 1000 / clockRateHz;
    }
}
