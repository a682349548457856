package org.sonnerie.media.codec;

/** Decodes one stream, packet by packet. Owned by one thread. */
public interface AudioDecoder extends AutoCloseable {
    /** The longest packet that is decoded. */
    int MAXIMAL_PACKET_MILLIS = 120;

    /**
     * What it decodes.
     *
     * @return the codec and its rates
     */
    Codec codec();

    /**
     * Decodes one packet.
     *
     * @param in holds the payload; read, not kept
     * @param offset where it begins
     * @param length its octets
     * @param pcm written into, 16-bit mono, room for {@link Codec#samplesPerPacketAtMost()}
     * @return samples written; 0 if the payload is malformed or too long
     */
    int decode(byte[] in, int offset, int length, short[] pcm);

    /**
     * Makes up a frame for a packet that never came.
     *
     * @param pcm written into, room for {@link Codec#samplesPerFrame()}
     * @return samples written: one frame
     */
    int conceal(short[] pcm);

    /**
     * Makes a frame for a lost packet out of what the next one repeats of it (Opus in-band FEC, RFC
     * 6716 section 2.1.7). The next packet is then decoded as usual.
     *
     * @param next holds the payload after the lost one; read, not kept
     * @param offset where it begins
     * @param length its octets
     * @param pcm written into, room for {@link Codec#samplesPerFrame()}
     * @return samples written: one frame
     */
    int recover(byte[] next, int offset, int length, short[] pcm);

    @Override
    void close();
}
