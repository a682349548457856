package org.sonnerie.media.codec;

/**
 * G.711 with concealment by repetition of the last pitch period (in the manner of G.711 appendix
 * I).
 */
final class G711Decoder implements AudioDecoder {
    private final Codec codec;
    private final G711 law;
    private final WaveformRepetition concealment = new WaveformRepetition();

    G711Decoder(Codec codec, G711 law) {
        this.codec = codec;
        this.law = law;
    }

    @Override
    public Codec codec() {
        return codec;
    }

    @Override
    public int decode(byte[] in, int offset, int length, short[] pcm) {
        if (length > codec.samplesPerPacketAtMost()) {
            return 0;
        }
        for (int i = 0; i < length; i++) {
            pcm[i] = law.decode(in[offset + i]);
        }
        concealment.onSound(pcm, length);
        return length;
    }

    @Override
    public int conceal(short[] pcm) {
        concealment.fill(pcm, codec.samplesPerFrame());
        return codec.samplesPerFrame();
    }

    @Override
    public int recover(byte[] next, int offset, int length, short[] pcm) {
        return conceal(pcm);
    }

    @Override
    public void close() {}
}
