package org.sonnerie.pbx.secondfactor;

/** Octets as capital letters and the digits 2 to 7 (RFC 4648 section 6), without padding. */
final class Base32 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int LOWEST = 31;

    private Base32() {}

    /** Writes octets whose bits are a multiple of 5. */
    static String write(byte[] octets) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte octet : octets) {
            held = held << Byte.SIZE | Byte.toUnsignedInt(octet);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(LETTERS.charAt(held >> bits & LOWEST));
            }
            held &= (1 << bits) - 1;
        }
        return text.toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if something else stands in it
     */
    static byte[] read(String text) {
        byte[] octets = new byte[text.length() * BITS / Byte.SIZE];
        int bits = 0;
        int held = 0;
        int filled = 0;
        for (int at = 0; at < text.length(); at++) {
            int letter = LETTERS.indexOf(text.charAt(at));
            if (letter < 0) {
                throw new IllegalArgumentException("not base 32");
            }
            held = held << BITS | letter;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                octets[filled++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return octets;
    }
}
