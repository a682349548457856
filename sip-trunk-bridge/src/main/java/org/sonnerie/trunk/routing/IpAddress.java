package org.sonnerie.trunk.routing;

import java.util.Optional;

/**
 * An IP address as 128 bits, IPv4 as its IPv4-mapped form (RFC 4291 section 2.5.5.2), so that one
 * address is equal however it is written.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
record IpAddress(long high, long low) {
    private static final long MAPPED = 0xFFFF_0000_0000L;

    /** Reads a literal; empty if it is a name or nothing. */
    static Optional<IpAddress> parse(String text) {
        int zone = text.indexOf('%');
        String literal = zone < 0 ? text : text.substring(0, zone);
        return literal.indexOf(':') >= 0 ? v6(literal) : v4(literal);
    }

    boolean isV4() {
        return high == 0 && (low >>> 32) == 0xFFFFL;
    }

    /** Compares the first bits, counted in 128. */
    boolean sameNetwork(IpAddress other, int bits) {
        long highMask = bits >= 64 ? -1L : bits == 0 ? 0 : -1L << (64 - bits);
        long lowMask = bits <= 64 ? 0 : bits >= 128 ? -1L : -1L << (128 - bits);
        return ((high ^ other.high) & highMask) == 0 && ((low ^ other.low) & lowMask) == 0;
    }

    private static Optional<IpAddress> v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        long bits = 0;
        for (String part : parts) {
            int value = number(part, 10, 3, 255);
            if (value < 0) {
                return Optional.empty();
            }
            bits = bits << 8 | value;
        }
        return Optional.of(new IpAddress(0, MAPPED | bits));
    }

    private static Optional<IpAddress> v6(String text) {
        String plain = text;
        int dot = text.indexOf('.');
        if (dot >= 0) {
            int colon = text.lastIndexOf(':');
            Optional<IpAddress> tail = v4(text.substring(colon + 1));
            if (tail.isEmpty() || colon > dot) {
                return Optional.empty();
            }
            long bits = tail.get().low & 0xFFFF_FFFFL;
            plain =
                    text.substring(0, colon + 1)
                            + Long.toHexString(bits >>> 16)
                            + ":"
                            + Long.toHexString(bits & 0xFFFF);
        }
        int gap = plain.indexOf("::");
        String[] left = groups(gap < 0 ? plain : plain.substring(0, gap));
        String[] right = groups(gap < 0 ? "" : plain.substring(gap + 2));
        int known = left.length + right.length;
        if (gap < 0 ? known != 8 : known > 7) {
            return Optional.empty();
        }
        long[] halves = new long[2];
        boolean good = place(halves, left, 0) && place(halves, right, 8 - right.length);
        return good ? Optional.of(new IpAddress(halves[0], halves[1])) : Optional.empty();
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static boolean place(long[] halves, String[] groups, int from) {
        for (int i = 0; i < groups.length; i++) {
            int value = number(groups[i], 16, 4, 0xFFFF);
            int at = from + i;
            if (value < 0) {
                return false;
            }
            halves[at / 4] |= (long) value << (48 - at % 4 * 16);
        }
        return true;
    }

    private static int number(String digits, int radix, int maxLength, int max) {
        boolean plain =
                !digits.isEmpty()
                        && digits.length() <= maxLength
                        && digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
        int value = plain ? Integer.parseInt(digits, radix) : -1;
        return value <= max ? value : -1;
    }
}
