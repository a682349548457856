package org.sonnerie.trunk.sip;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Characters of the SIP grammar (RFC 3261 section 25.1), and the way between octets and text. */
public final class SipText {
    private static final String TOKEN_MARKS = "-.!%*_+`'~";

    private SipText() {}

    /**
     * Tells whether a text is a token.
     *
     * @param text octets
     * @return false if empty
     */
    public static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(SipText::isTokenChar);
    }

    static boolean isTokenChar(int c) {
        return isAlphanumeric(c) || TOKEN_MARKS.indexOf(c) >= 0;
    }

    static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHexDigit(int c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\t';
    }

    /**
     * Reads octets as UTF-8.
     *
     * @param octets one char per octet
     * @return the text, what is not UTF-8 replaced
     */
    public static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /**
     * Writes text as UTF-8.
     *
     * @param text any text
     * @return one char per octet
     */
    public static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /**
     * Makes a quoted-string of any text; what could end the line becomes a space.
     *
     * @param text any text
     * @return octets with the quotes
     */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : octets(text).toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c < ' ' || c == 127 ? ' ' : c);
        }
        return out.append('"').toString();
    }

    /**
     * Makes the user part of a URI of any text (RFC 3261 section 25.1).
     *
     * @param text any text
     * @return octets, all escaped that may not stand there as they are
     */
    public static String escapedUser(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : octets(text).toCharArray()) {
            boolean plain = isAlphanumeric(c) || "-_.!~*'+".indexOf(c) >= 0;
            out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return out.toString();
    }

    /**
     * Undoes the %-escapes of a URI part.
     *
     * @param part with well-formed escapes
     * @return octets
     */
    public static String unescaped(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '%' && i + 2 < part.length()) {
                out.append((char) Integer.parseInt(part.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
