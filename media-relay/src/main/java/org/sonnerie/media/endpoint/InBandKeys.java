package org.sonnerie.media.endpoint;

import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.audio.DtmfDetector;
import org.sonnerie.media.codec.AudioDecoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.rtp.RtpPacket;

/**
 * Hears the keys of an endpoint that has no telephone-events in its sound, packet by packet as they
 * come: a jitter buffer would only make them late. Owned by one media thread.
 */
final class InBandKeys implements AutoCloseable {
    /** What is lost for longer is a pause. */
    private static final int MOST_LOST_PACKETS = 5;

    /** A sequence number so far back is a new stream, no late packet. */
    private static final int LATEST = 100;

    /** How long a line still answers with the echo of the tones it was sent. */
    private static final long ECHO_NANOS = 300_000_000;

    private final Counters counters;
    private final Codec codec;
    private final AudioDecoder decoder;
    private final short[] pcm;
    private final DtmfDetector detector = new DtmfDetector();
    private boolean begun;
    private int ssrc;
    private int sequence;
    private int nextTimestamp;
    private long deafUntil = Long.MIN_VALUE;

    InBandKeys(AudioCodec name, Counters counters) {
        this.counters = counters;
        this.codec = Codec.of(name, DtmfDetector.SAMPLE_RATE_HZ);
        this.decoder = codec.newDecoder();
        this.pcm = new short[codec.samplesPerPacketAtMost()];
    }

    boolean isOf(AudioCodec name) {
        return codec.name() == name;
    }

    /** Tones are sent to it: what comes back of them is nobody's key. */
    void sent(long nowNanos) {
        deafUntil = nowNanos + ECHO_NANOS;
    }

    /**
     * Takes a packet of its voice.
     *
     * @param packet not kept
     * @param nowNanos the time
     * @param keys told of each key that begins
     */
    void hear(RtpPacket packet, long nowNanos, DtmfDetector.Keys keys) {
        if (nowNanos < deafUntil) {
            begun = false;
            return;
        }
        if (!follows(packet)) {
            return;
        }
        byte[] buffer = packet.buffer();
        int offset = packet.payloadOffset();
        int length = packet.payloadLength();
        begun = true;
        ssrc = packet.ssrc();
        sequence = packet.sequenceNumber();
        nextTimestamp = packet.timestamp() + codec.ticks(buffer, offset, length);
        counters.count(Counter.DECODINGS);
        detector.hear(pcm, decoder.decode(buffer, offset, length, pcm), keys);
    }

    /** Tells the detector of what is missing before a packet; false: it comes too late. */
    private boolean follows(RtpPacket packet) {
        int ahead = (short) (packet.sequenceNumber() - sequence);
        if (!begun || packet.ssrc() != ssrc || Math.abs(ahead) > LATEST) {
            detector.silence();
            return true;
        }
        int skipped = ahead == 1 ? packet.timestamp() - nextTimestamp : 0;
        if (ahead > MOST_LOST_PACKETS || Math.abs(skipped) >= 2 * codec.ticksPerFrame()) {
            detector.silence();
        } else if (ahead > 1) {
            detector.lost();
        }
        return ahead > 0;
    }

    @Override
    public void close() {
        decoder.close();
    }
}
