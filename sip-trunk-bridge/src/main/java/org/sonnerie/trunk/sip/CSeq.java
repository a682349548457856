package org.sonnerie.trunk.sip;

import java.util.Optional;

/**
 * The sequence number of a request and its method (RFC 3261 section 20.16).
 *
 * @param number below 2^31
 * @param method compared with regard to case
 */
public record CSeq(long number, String method) {

    /**
     * Reads a value.
     *
     * @param text octets
     * @return empty if it is not well-formed or the number too large
     */
    public static Optional<CSeq> parse(String text) {
        int space = text.indexOf(' ');
        if (space < 1 || space > 10 || !text.chars().limit(space).allMatch(SipText::isDigit)) {
            return Optional.empty();
        }
        long number = Long.parseLong(text.substring(0, space));
        String method = text.substring(space).strip();
        return number <= Integer.MAX_VALUE && SipText.isToken(method)
                ? Optional.of(new CSeq(number, method))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return number + " " + method;
    }
}
