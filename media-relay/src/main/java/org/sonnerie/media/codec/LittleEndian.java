package org.sonnerie.media.codec;

/** 16-bit samples as octets, lower one first, as the native library wants them. */
final class LittleEndian {
    private LittleEndian() {}

    static void fromSamples(short[] pcm, byte[] octets, int samples) {
        for (int i = 0; i < samples; i++) {
            octets[2 * i] = (byte) pcm[i];
            octets[2 * i + 1] = (byte) (pcm[i] >> 8);
        }
    }

    static void toSamples(byte[] octets, short[] pcm, int samples) {
        for (int i = 0; i < samples; i++) {
            pcm[i] = (short) ((octets[2 * i] & 0xFF) | (octets[2 * i + 1] << 8));
        }
    }
}
