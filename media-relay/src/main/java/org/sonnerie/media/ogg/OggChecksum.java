package org.sonnerie.media.ogg;

/**
 * The checksum of an Ogg page (RFC 3533 section 6, field 7): CRC-32 of the polynomial 04C11DB7,
 * most significant bit first, from 0, without a final complement; the field itself counts as zeros.
 */
final class OggChecksum {
    private static final int POLYNOMIAL = 0x04C1_1DB7;
    private static final int[] TABLE = table();

    private OggChecksum() {}

    private static int[] table() {
        int[] table = new int[256];
        for (int octet = 0; octet < 256; octet++) {
            int remainder = octet << 24;
            for (int bit = 0; bit < 8; bit++) {
                remainder = (remainder << 1) ^ (remainder < 0 ? POLYNOMIAL : 0);
            }
            table[octet] = remainder;
        }
        return table;
    }

    static int ofPage(byte[] octets, int page, int length) {
        int field = page + OggPage.CHECKSUM;
        int before = continued(0, octets, page, field);
        for (int i = 0; i < 4; i++) {
            before = continued(before, 0);
        }
        return continued(before, octets, field + 4, page + length);
    }

    private static int continued(int before, byte[] octets, int from, int to) {
        int checksum = before;
        for (int i = from; i < to; i++) {
            checksum = continued(checksum, octets[i]);
        }
        return checksum;
    }

    private static int continued(int before, int octet) {
        return (before << 8) ^ TABLE[(before >>> 24) ^ (octet & 0xFF)];
    }
}
