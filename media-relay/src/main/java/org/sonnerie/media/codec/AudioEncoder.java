package org.sonnerie.media.codec;

/** Encodes one stream, frame by frame. Owned by one thread. */
public interface AudioEncoder extends AutoCloseable {
    /** Room that no encoded frame exceeds, in octets. */
    int MAXIMAL_FRAME_LENGTH = 1000;

    /**
     * By how much what is decoded comes after what was encoded, for Opus as it is set up here
     * (OPUS_GET_LOOKAHEAD of application VOIP: 6.5 ms), in samples at 48 kHz.
     */
    int OPUS_LOOKAHEAD_SAMPLES = 312;

    /**
     * What it encodes to.
     *
     * @return the codec and its rates
     */
    Codec codec();

    /**
     * Encodes one frame.
     *
     * @param pcm 16-bit mono, {@link Codec#samplesPerFrame()} samples (20 ms); read, not kept
     * @param out written into
     * @param outOffset where to begin; {@link #MAXIMAL_FRAME_LENGTH} octets of room
     * @return octets written; at most 2 means that nothing needs to be sent (Opus DTX, RFC 7587
     *     section 3.1.3)
     */
    int encode(short[] pcm, byte[] out, int outOffset);

    @Override
    void close();
}
