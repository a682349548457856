package org.sonnerie.media.sdp;

import java.util.Locale;

/** IP addresses as text, recognised without looking any name up. */
final class IpLiteral {
    private IpLiteral() {}

    static boolean isIpv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (octet(part) < 0) {
                return false;
            }
        }
        return true;
    }

    /** 0 to 255, or -1. */
    private static int octet(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            return -1;
        }
        int number = Integer.parseInt(text);
        return number <= 255 ? number : -1;
    }

    /** RFC 4291 section 2.2, without zones. */
    static boolean isIpv6(String text) {
        if (text.length() > 45 || !text.matches("[0-9A-Fa-f:.]*") || !text.contains(":")) {
            return false;
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == 8;
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int before = groups(text.substring(0, gap), false);
        int after = groups(text.substring(gap + 2), true);
        return before >= 0 && after >= 0 && before + after <= 7;
    }

    /** How many groups of 16 bits stand between colons, or -1. The last may be dotted IPv4. */
    private static int groups(String text, boolean dottedAllowed) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (dottedAllowed && last && parts[i].contains(".")) {
                count += isIpv4(parts[i]) ? 2 : 100;
            } else {
                count += parts[i].matches("[0-9A-Fa-f]{1,4}") ? 1 : 100;
            }
        }
        return count <= 8 ? count : -1;
    }

    static boolean isUnspecified(String address) {
        return address.matches("[0:.]+");
    }

    static boolean isPrivate(String address) {
        return isIpv4(address) ? isPrivateIpv4(address) : isPrivateIpv6(address);
    }

    private static boolean isPrivateIpv4(String address) {
        String[] parts = address.split("\\.", -1);
        int first = octet(parts[0]);
        int second = octet(parts[1]);
        return switch (first) {
            case 0, 10, 127 -> true;
            case 100 -> second >= 64 && second <= 127;
            case 169 -> second == 254;
            case 172 -> second >= 16 && second <= 31;
            case 192 -> second == 168;
            default -> first >= 224;
        };
    }

    private static boolean isPrivateIpv6(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        // ::/8 (loopback, unspecified, mapped), fc00::/7, fe80::/10, ff00::/8
        return lower.startsWith("::")
                || lower.matches("0{1,4}:.*")
                || lower.matches("f[cd][0-9a-f]{2}:.*")
                || lower.matches("fe[89ab][0-9a-f]:.*")
                || lower.startsWith("ff");
    }
}
