package org.sonnerie.media.endpoint;

/**
 * The numbers of one outgoing RTP stream: one SSRC, sequence numbers and timestamps that stay
 * continuous while what is heard moves between a relayed voice, a programme and a mix (RFC 3550
 * section 5.1). A sequence number is never given out twice: under SRTP that would reuse keystream.
 * For each packet, call one of {@link #relayed}, {@link #generated} or {@link #inserted}, and send
 * with {@link #sequence()}, {@link #timestamp()} and {@link #marker()}. Owned by one media thread.
 */
final class OutgoingStream {
    private static final int WINDOW = 64;

    /** A jump farther than two seconds of packets is a new stream of the sender. */
    private static final int LONGEST_GAP = 100;

    private static final long NEVER = Long.MIN_VALUE;

    private enum Feed {
        NONE,
        RELAY,
        TICKS
    }

    private final int ssrc;
    private int clockRateHz;
    private Feed feed = Feed.NONE;

    private int highestSequence;
    private long sentMask;
    private int floor;
    private int lastTimestamp;
    private long lastNanos = NEVER;

    private int sourceSsrc;
    private int sourceHighest;
    private int sourceHighestOut;
    private int timestampOffset;

    private int sequence;
    private int timestamp;
    private boolean marker;
    private int packets;
    private int octets;

    /**
     * A stream that has not begun.
     *
     * @param ssrc random
     * @param firstSequence random, 0 to 32767 (RFC 3711 section 3.3.1 wants room before the first
     *     wrap)
     * @param firstTimestamp random
     * @param clockRateHz of its timestamps
     */
    OutgoingStream(int ssrc, int firstSequence, int firstTimestamp, int clockRateHz) {
        this.ssrc = ssrc;
        this.highestSequence = firstSequence;
        this.floor = firstSequence;
        this.lastTimestamp = firstTimestamp;
        this.clockRateHz = clockRateHz;
    }

    /** The clock of another codec from now on. */
    void clockRateHz(int newClockRateHz) {
        if (newClockRateHz != clockRateHz) {
            clockRateHz = newClockRateHz;
            feed = Feed.NONE;
        }
    }

    /** What is heard changes: the next packet begins a new run. */
    void interrupt() {
        feed = Feed.NONE;
    }

    /**
     * Numbers a packet that is passed on as it came.
     *
     * @param packetSsrc the sender's
     * @param packetSequence the sender's
     * @param packetTimestamp the sender's
     * @param nowNanos the time
     * @return false: it comes too late to be sent in order, or a second time
     */
    boolean relayed(int packetSsrc, int packetSequence, int packetTimestamp, long nowNanos) {
        int ahead = (short) (packetSequence - sourceHighest);
        if (feed != Feed.RELAY || packetSsrc != sourceSsrc || Math.abs(ahead) > LONGEST_GAP) {
            begin(Feed.RELAY);
            sourceSsrc = packetSsrc;
            timestampOffset = continued(nowNanos) - packetTimestamp;
            advance(1);
        } else if (ahead > 0) {
            marker = false;
            if (highestSequence != sourceHighestOut) {
                floor = highestSequence;
            }
            advance(ahead);
        } else {
            return late((sourceHighestOut + ahead) & 0xFFFF, packetTimestamp);
        }
        sourceHighest = packetSequence;
        sourceHighestOut = highestSequence;
        sent(packetTimestamp + timestampOffset, nowNanos);
        return true;
    }

    /** A packet of the relayed stream is not passed on: no gap must tell of it. */
    void swallowed(int packetSsrc, int packetSequence) {
        int ahead = (short) (packetSequence - sourceHighest);
        if (feed == Feed.RELAY && packetSsrc == sourceSsrc && ahead > 0) {
            sourceHighest = packetSequence;
            sourceHighestOut = highestSequence;
            floor = highestSequence;
        }
    }

    private boolean late(int candidate, int packetTimestamp) {
        int behind = (short) (highestSequence - candidate);
        boolean free = behind > 0 && behind < WINDOW && ((sentMask >>> behind) & 1) == 0;
        if (!free || (short) (candidate - floor) <= 0) {
            return false;
        }
        sentMask |= 1L << behind;
        marker = false;
        sequence = candidate;
        timestamp = packetTimestamp + timestampOffset;
        return true;
    }

    /**
     * Numbers a frame of our own: a tick's worth of a programme, a mix or a transcoded voice.
     *
     * @param tick counts 20 ms each, so that silence left out still takes its time
     * @param nowNanos the time
     */
    void generated(long tick, long nowNanos) {
        int position = (int) (tick * (clockRateHz / 50));
        if (feed != Feed.TICKS) {
            begin(Feed.TICKS);
            timestampOffset = continued(nowNanos) - position;
        } else {
            marker = false;
        }
        advance(1);
        sent(position + timestampOffset, nowNanos);
    }

    /** Numbers a packet that interrupts nothing: a telephone-event with a timestamp of its own. */
    void inserted(int ownTimestamp, boolean ownMarker) {
        advance(1);
        sequence = highestSequence;
        timestamp = ownTimestamp;
        marker = ownMarker;
    }

    private void begin(Feed next) {
        feed = next;
        floor = highestSequence;
        marker = true;
    }

    private void advance(int by) {
        highestSequence = (highestSequence + by) & 0xFFFF;
        sentMask = by >= WINDOW ? 1 : (sentMask << by) | 1;
    }

    private void sent(int newTimestamp, long nowNanos) {
        sequence = highestSequence;
        timestamp = newTimestamp;
        lastTimestamp = newTimestamp;
        lastNanos = nowNanos;
    }

    /** The timestamp of a packet sent now, at least a frame after the last one. */
    private int continued(long nowNanos) {
        if (lastNanos == NEVER) {
            return lastTimestamp;
        }
        return lastTimestamp + Math.max(clockRateHz / 50, ticksSince(nowNanos));
    }

    private int ticksSince(long nowNanos) {
        long micros = Math.max(0, (nowNanos - lastNanos) / 1_000);
        return (int) (micros * clockRateHz / 1_000_000);
    }

    /** The timestamp that belongs to this moment, for RTCP and telephone-events. */
    int timestampAt(long nowNanos) {
        return lastNanos == NEVER ? lastTimestamp : lastTimestamp + ticksSince(nowNanos);
    }

    /** Counts what was sent, for sender reports. */
    void counted(int payloadOctets) {
        packets++;
        octets += payloadOctets;
    }

    int clockRateHz() {
        return clockRateHz;
    }

    int ssrc() {
        return ssrc;
    }

    int sequence() {
        return sequence;
    }

    int timestamp() {
        return timestamp;
    }

    boolean marker() {
        return marker;
    }

    int packets() {
        return packets;
    }

    int octets() {
        return octets;
    }
}
