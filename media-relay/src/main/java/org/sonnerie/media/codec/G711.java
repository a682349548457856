package org.sonnerie.media.codec;

/**
 * One of the two companding laws of ITU-T G.711, as tables: 256 entries to decode, 65,536 to
 * encode. Immutable.
 */
final class G711 {
    static final G711 A_LAW = new G711(true);
    static final G711 MU_LAW = new G711(false);

    private static final int MU_BIAS = 0x84;
    private static final int MU_CLIP = 32_635;

    // 40 dB below the loudest: the noise of a quiet line, or of a breath.
    private static final int FAINT = 300;

    private final short[] linear = new short[256];
    private final byte[] companded = new byte[65_536];

    private G711(boolean aLaw) {
        for (int code = 0; code < 256; code++) {
            linear[code] = (short) (aLaw ? expandA(code) : expandMu(code));
        }
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            companded[sample & 0xFFFF] = (byte) (aLaw ? compressA(sample) : compressMu(sample));
        }
    }

    short decode(byte code) {
        return linear[code & 0xFF];
    }

    boolean isFaint(byte[] codes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (Math.abs(linear[codes[i] & 0xFF]) > FAINT) {
                return false;
            }
        }
        return true;
    }

    byte encode(short sample) {
        return companded[sample & 0xFFFF];
    }

    /** G.711 table 1: even bits inverted, 13-bit samples, here shifted to 16. */
    private static int expandA(int code) {
        int bits = code ^ 0x55;
        int exponent = (bits >> 4) & 7;
        int mantissa = (bits & 0x0F) << 4;
        int magnitude = exponent == 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
        return (bits & 0x80) != 0 ? magnitude : -magnitude;
    }

    private static int compressA(int sample) {
        int sign = sample >= 0 ? 0x80 : 0;
        // One's complement of the negative ones: the smallest step is symmetric around zero.
        int magnitude = (sample >= 0 ? sample : ~sample) >> 4;
        int exponent = 0;
        int bits = magnitude;
        if (magnitude > 15) {
            exponent = 1;
            while (bits > 31) {
                bits >>= 1;
                exponent++;
            }
        }
        return (sign | (exponent << 4) | (bits & 0x0F)) ^ 0x55;
    }

    /** G.711 table 2: all bits inverted, 14-bit samples, here shifted to 16. */
    private static int expandMu(int code) {
        int bits = ~code & 0xFF;
        int exponent = (bits >> 4) & 7;
        int magnitude = ((((bits & 0x0F) << 3) + MU_BIAS) << exponent) - MU_BIAS;
        return (bits & 0x80) != 0 ? -magnitude : magnitude;
    }

    private static int compressMu(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(sample < 0 ? -sample : sample, MU_CLIP) + MU_BIAS;
        int exponent = 24 - Integer.numberOfLeadingZeros(magnitude);
        int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return ~(sign | (exponent << 4) | mantissa) & 0xFF;
    }
}
