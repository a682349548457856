package org.sonnerie.media.ogg;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An Ogg page read and made by other code than the relay's: RFC 3533 section 6, octet by octet.
 *
 * @param flags 1 continued, 2 first, 4 last
 * @param granule position
 * @param sequence number
 * @param checksum as it stands
 * @param lacing values
 * @param octets the whole page
 */
record Page(
        int flags, long granule, int sequence, long checksum, List<Integer> lacing, Octets octets) {
    /** Octets that do not pretend to be a value. */
    static final class Octets {
        private final byte[] content;

        Octets(byte[] content) {
            this.content = content;
        }

        byte[] content() {
            return content;
        }
    }

    static List<Page> all(byte[] file) {
        List<Page> pages = new ArrayList<>();
        int at = 0;
        while (at < file.length) {
            Page page = at(file, at);
            pages.add(page);
            at += page.octets().content().length;
        }
        return pages;
    }

    private static Page at(byte[] file, int at) {
        if (file[at] != 'O' || file[at + 1] != 'g' || file[at + 2] != 'g' || file[at + 3] != 'S') {
            throw new IllegalArgumentException("no page at " + at);
        }
        int segments = file[at + 26] & 0xFF;
        List<Integer> lacing = new ArrayList<>();
        int end = at + 27 + segments;
        for (int i = 0; i < segments; i++) {
            lacing.add(file[at + 27 + i] & 0xFF);
            end += lacing.getLast();
        }
        return new Page(
                file[at + 5],
                number(file, at + 6, 8),
                (int) number(file, at + 18, 4),
                number(file, at + 22, 4),
                lacing,
                new Octets(Arrays.copyOfRange(file, at, end)));
    }

    private static long number(byte[] file, int at, int octets) {
        long number = 0;
        for (int i = octets - 1; i >= 0; i--) {
            number = (number << 8) | (file[at + i] & 0xFF);
        }
        return number;
    }

    /** How many packets end on it. */
    long packets() {
        return lacing.stream().filter(length -> length < 255).count();
    }

    /** The checksum it should have. */
    long remainder() {
        byte[] zeroed = octets.content().clone();
        Arrays.fill(zeroed, 22, 26, (byte) 0);
        return remainder(zeroed);
    }

    /** The remainder of the message times x^32 by the polynomial, by long division. */
    static long remainder(byte[] message) {
        BigInteger polynomial = BigInteger.valueOf(0x1_04C1_1DB7L);
        BigInteger rest = new BigInteger(1, message).shiftLeft(32);
        while (rest.bitLength() > 32) {
            rest = rest.xor(polynomial.shiftLeft(rest.bitLength() - 33));
        }
        return rest.longValueExact();
    }

    /** A page made by hand. */
    static byte[] make(int flags, long granule, int sequence, int[] lacing, byte[] body) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(new byte[] {'O', 'g', 'g', 'S', 0, (byte) flags});
        write(page, granule, 8);
        write(page, 7, 4);
        write(page, sequence, 4);
        write(page, 0, 4);
        page.write(lacing.length);
        for (int value : lacing) {
            page.write(value);
        }
        page.writeBytes(body);
        byte[] made = page.toByteArray();
        long checksum = remainder(made);
        for (int i = 0; i < 4; i++) {
            made[22 + i] = (byte) (checksum >> (8 * i));
        }
        return made;
    }

    private static void write(ByteArrayOutputStream out, long number, int octets) {
        for (int i = 0; i < octets; i++) {
            out.write((int) (number >> (8 * i)));
        }
    }
}
