package org.sonnerie.media.codec;

import org.sonnerie.media.api.AudioCodec;

/**
 * A codec at the sample rate it is run at here. Opus runs at 8 kHz in calls with G.711, at 16 kHz
 * in conferences: no resampler is needed, the RTP clock stays 48 kHz (RFC 7587 section 4.1).
 *
 * @param name which
 * @param sampleRateHz of the PCM beside it: 8000, 16000 or 48000; of G.711 8000
 */
public record Codec(AudioCodec name, int sampleRateHz) {
    /** A-law. */
    public static final Codec PCMA = new Codec(AudioCodec.PCMA, 8000);

    /** µ-law. */
    public static final Codec PCMU = new Codec(AudioCodec.PCMU, 8000);

    /** Frames per second. */
    public static final int FRAMES_PER_SECOND = 50;

    /** Checks the rate. */
    public Codec {
        boolean opus = name == AudioCodec.OPUS;
        if (sampleRateHz != 8000 && !(opus && (sampleRateHz == 16_000 || sampleRateHz == 48_000))) {
            throw new IllegalArgumentException(name + " at " + sampleRateHz + " Hz");
        }
    }

    /**
     * Opus at a sample rate.
     *
     * @param sampleRateHz 8000, 16000 or 48000
     * @return the codec
     */
    public static Codec opus(int sampleRateHz) {
        return new Codec(AudioCodec.OPUS, sampleRateHz);
    }

    /**
     * A codec for PCM of a wanted rate.
     *
     * @param name which
     * @param sampleRateHz wanted; G.711 has only 8000
     * @return the codec at that rate, or G.711 at its own
     */
    public static Codec of(AudioCodec name, int sampleRateHz) {
        return new Codec(name, name == AudioCodec.OPUS ? sampleRateHz : 8000);
    }

    /**
     * The rate of its RTP timestamps.
     *
     * @return 48000 for Opus, else 8000
     */
    public int clockRateHz() {
        return name == AudioCodec.OPUS ? 48_000 : 8000;
    }

    /**
     * Samples in a frame.
     *
     * @return those of 20 ms
     */
    public int samplesPerFrame() {
        return sampleRateHz / FRAMES_PER_SECOND;
    }

    /**
     * RTP ticks in a frame.
     *
     * @return those of 20 ms
     */
    public int ticksPerFrame() {
        return clockRateHz() / FRAMES_PER_SECOND;
    }

    /**
     * Samples a decoder may write.
     *
     * @return those of the longest packet
     */
    public int samplesPerPacketAtMost() {
        return sampleRateHz / 1000 * AudioDecoder.MAXIMAL_PACKET_MILLIS;
    }

    /**
     * How long a packet sounds.
     *
     * @param payload holds it
     * @param offset where it begins
     * @param length its octets
     * @return RTP ticks; 0 if it is malformed
     */
    public int ticks(byte[] payload, int offset, int length) {
        return name == AudioCodec.OPUS ? OpusToc.ticks(payload, offset, length) : length;
    }

    /**
     * Whether nothing in a packet would be missed: for Opus, that it only says that there is
     * silence (DTX, RFC 7587 section 3.1.3); for G.711, that all of it is faint.
     *
     * @param payload holds it
     * @param offset where it begins
     * @param length its octets
     * @return true: it can be left out unnoticed
     */
    public boolean isQuiet(byte[] payload, int offset, int length) {
        return isQuiet(name, payload, offset, length);
    }

    /**
     * Whether a packet holds nothing worth hearing, seen without decoding, at whatever rate.
     *
     * @param codec its codec
     * @param payload holds it
     * @param offset where it begins
     * @param length its octets
     * @return true: it can be left out unnoticed
     */
    public static boolean isQuiet(AudioCodec codec, byte[] payload, int offset, int length) {
        return switch (codec) {
            case OPUS -> length <= 2;
            case PCMA -> G711.A_LAW.isFaint(payload, offset, length);
            case PCMU -> G711.MU_LAW.isFaint(payload, offset, length);
        };
    }

    /**
     * A new encoder with the usual settings.
     *
     * @return to be closed by the caller
     */
    public AudioEncoder newEncoder() {
        return newEncoder(OpusSettings.VOICE);
    }

    /**
     * A new encoder.
     *
     * @param settings without meaning for G.711
     * @return to be closed by the caller
     */
    public AudioEncoder newEncoder(OpusSettings settings) {
        return switch (name) {
            case OPUS -> new OpusEncoder(this, settings);
            case PCMA -> new G711Encoder(this, G711.A_LAW);
            case PCMU -> new G711Encoder(this, G711.MU_LAW);
        };
    }

    /**
     * A new decoder.
     *
     * @return to be closed by the caller
     */
    public AudioDecoder newDecoder() {
        return switch (name) {
            case OPUS -> new OpusDecoder(this);
            case PCMA -> new G711Decoder(this, G711.A_LAW);
            case PCMU -> new G711Decoder(this, G711.MU_LAW);
        };
    }
}
