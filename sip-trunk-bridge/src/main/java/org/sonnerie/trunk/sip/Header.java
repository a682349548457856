package org.sonnerie.trunk.sip;

/**
 * One header field, as a line of its own.
 *
 * @param name the full form of the name; known names in their usual spelling
 * @param value octets, unfolded, without spaces at the ends
 */
public record Header(String name, String value) {
    /** Refuses what would break out of its line. */
    public Header {
        if (!SipText.isToken(name) || value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("not a header field");
        }
    }

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
