package org.sonnerie.media.endpoint;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Consumer;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.rtp.RtpPacket;

/**
 * What all endpoints of one media thread share: counters, the way out for events, and the arrays
 * they work in one after another. Owned by that thread.
 */
public final class Studio {
    /** Where a payload stands in {@link #packet()}. */
    static final int PAYLOAD_OFFSET = RtpPacket.MINIMAL_HEADER_LENGTH;

    private static final int PACKET_BYTES = 2_048;

    /** A frame of silence in each codec: an Opus CELT frame without energy; A-law and µ-law 0. */
    private static final byte[] SILENT_OPUS = {(byte) 0xF8, (byte) 0xFF, (byte) 0xFE};

    private static final byte[] SILENT_PCMA = filled(0xD5);
    private static final byte[] SILENT_PCMU = filled(0xFF);

    private final Counters counters;
    private final Consumer<MediaEvent> events;
    private final SecureRandom random;
    private final long epochMillisAtZero;
    private long nowNanos;
    private final byte[] packet = new byte[PACKET_BYTES];
    private final byte[] payload = new byte[PACKET_BYTES];
    private final short[] silence = new short[Frames.samples(48_000)];
    private final RtpPacket outgoing = new RtpPacket();

    /**
     * An empty one.
     *
     * @param counters of the relay
     * @param events takes what is to be told, from any thread; returns at once
     * @param random for identifiers
     * @param epochMillisAtZero the wall clock when the media clock shows 0
     */
    public Studio(
            Counters counters,
            Consumer<MediaEvent> events,
            SecureRandom random,
            long epochMillisAtZero) {
        this.counters = counters;
        this.events = events;
        this.random = random;
        this.epochMillisAtZero = epochMillisAtZero;
    }

    private static byte[] filled(int octet) {
        byte[] frame = new byte[Frames.samples(8_000)];
        Arrays.fill(frame, (byte) octet);
        return frame;
    }

    /**
     * The relay's counters.
     *
     * @return shared by all threads
     */
    public Counters counters() {
        return counters;
    }

    /**
     * Tells something.
     *
     * @param event what
     */
    public void tell(MediaEvent event) {
        events.accept(event);
    }

    /**
     * The wall clock at a moment of the media clock.
     *
     * @param nowNanos the moment
     * @return milliseconds since 1970
     */
    public long epochMillis(long nowNanos) {
        return epochMillisAtZero + nowNanos / 1_000_000;
    }

    /**
     * Sets the media clock, before each round of work.
     *
     * @param now nanoseconds of any origin
     */
    public void nowNanos(long now) {
        nowNanos = now;
    }

    /** The media clock. */
    long nowNanos() {
        return nowNanos;
    }

    SecureRandom random() {
        return random;
    }

    /**
     * A number for a new Ogg stream (RFC 3533 section 6).
     *
     * @return random
     */
    public int newSerial() {
        return random.nextInt();
    }

    /** RFC 3711 section 3.3.1: a first sequence number below 2^15 leaves the roll-over certain. */
    OutgoingStream newStream() {
        return new OutgoingStream(
                random.nextInt(), random.nextInt(1 << 15), random.nextInt(), 48_000);
    }

    /** The packet being made. */
    byte[] packet() {
        return packet;
    }

    /** A payload being encoded. */
    byte[] payload() {
        return payload;
    }

    /** A view for writing headers. */
    RtpPacket outgoing() {
        return outgoing;
    }

    /** A frame of silence, not to be changed. */
    short[] silence() {
        return silence;
    }

    /** A frame of silence, encoded, not to be changed. */
    byte[] silentPayload(AudioCodec codec) {
        return switch (codec) {
            case OPUS -> SILENT_OPUS;
            case PCMA -> SILENT_PCMA;
            case PCMU -> SILENT_PCMU;
        };
    }
}
