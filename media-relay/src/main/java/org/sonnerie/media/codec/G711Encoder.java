package org.sonnerie.media.codec;

/** G.711: one octet for a sample. */
final class G711Encoder implements AudioEncoder {
    private final Codec codec;
    private final G711 law;

    G711Encoder(Codec codec, G711 law) {
        this.codec = codec;
        this.law = law;
    }

    @Override
    public Codec codec() {
        return codec;
    }

    @Override
    public int encode(short[] pcm, byte[] out, int outOffset) {
        int samples = codec.samplesPerFrame();
        for (int i = 0; i < samples; i++) {
            out[outOffset + i] = law.encode(pcm[i]);
        }
        return samples;
    }

    @Override
    public void close() {}
}
