package org.sonnerie.e2e.sound;

/** The two laws of ITU-T G.711, computed sample by sample. */
public enum G711 {
    /** Payload type 8. */
    PCMA(8) {
        @Override
        public byte encode(short sample) {
            int sign = sample >= 0 ? 0x80 : 0;
            int magnitude = Math.min(sample >= 0 ? sample : -sample - 1, 32767) >> 3;
            int segment = Math.max(0, 32 - Integer.numberOfLeadingZeros(magnitude) - 5);
            int mantissa = segment < 2 ? magnitude >> 1 : magnitude >> segment;
            return (byte) ((sign | (segment << 4) | (mantissa & 0x0f)) ^ 0x55);
        }

        @Override
        public short decode(byte code) {
            int bits = (code ^ 0x55) & 0xff;
            int segment = (bits >> 4) & 7;
            int step = (bits & 0x0f) * 2 + 1;
            int magnitude = segment == 0 ? step << 3 : (step + 32) << (segment + 2);
            return (short) ((bits & 0x80) != 0 ? magnitude : -magnitude);
        }
    },
    /** Payload type 0. */
    PCMU(0) {
        @Override
        public byte encode(short sample) {
            int magnitude = Math.min(Math.abs((int) sample), 32_635) + 132;
            int segment = 24 - Integer.numberOfLeadingZeros(magnitude);
            int bits = (segment << 4) | ((magnitude >> (segment + 3)) & 0x0f);
            return (byte) ~(bits | (sample < 0 ? 0x80 : 0));
        }

        @Override
        public short decode(byte code) {
            int bits = ~code & 0xff;
            int magnitude = (((bits & 0x0f) * 8 + 132) << ((bits >> 4) & 7)) - 132;
            return (short) ((bits & 0x80) == 0 ? magnitude : -magnitude);
        }
    };

    private final int payloadType;

    G711(int payloadType) {
        this.payloadType = payloadType;
    }

    /**
     * The static payload type of RFC 3551.
     *
     * @return 0 or 8
     */
    public int payloadType() {
        return payloadType;
    }

    /**
     * Encodes one sample.
     *
     * @param sample 16-bit
     * @return the code on the wire
     */
    public abstract byte encode(short sample);

    /**
     * Decodes one sample.
     *
     * @param code from the wire
     * @return 16-bit
     */
    public abstract short decode(byte code);

    /**
     * Encodes and decodes: what a voice is worth after this codec.
     *
     * @param samples 16-bit
     * @return as many
     */
    public short[] through(short[] samples) {
        short[] out = new short[samples.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = decode(encode(samples[i]));
        }
        return out;
    }
}
