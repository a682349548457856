package org.sonnerie.trunk.sip;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One Via element (RFC 3261 section 20.42).
 *
 * @param transport in upper case: UDP, TCP, TLS, ...
 * @param host of sent-by, an IPv6 address in brackets
 * @param port of sent-by
 * @param parameters branch, received (section 18.2.1), rport (RFC 3581)
 */
public record Via(String transport, String host, OptionalInt port, Parameters parameters) {
    /** What a branch of RFC 3261 begins with. */
    public static final String COOKIE = "z9hG4bK";

    /**
     * Reads one element.
     *
     * @param text octets, commas of a list already split
     * @return empty if it is not well-formed
     */
    public static Optional<Via> parse(String text) {
        try {
            return Optional.of(read(text));
        } catch (SipSyntaxException e) {
            return Optional.empty();
        }
    }

    static Via read(String text) {
        TextCursor cursor = new TextCursor(text);
        cursor.skipSpace();
        String name = cursor.token("protocol name");
        slash(cursor);
        String version = cursor.token("protocol version");
        slash(cursor);
        String transport = cursor.token("transport");
        if (!name.equalsIgnoreCase("SIP") || !version.equals("2.0")) {
            throw new SipSyntaxException("protocol of Via");
        }
        cursor.skipSpace();
        String host = SipUri.host(cursor);
        cursor.skipSpace();
        OptionalInt port = SipUri.port(cursor);
        Parameters parameters = Parameters.parse(cursor);
        cursor.expectEnd("Via");
        return new Via(transport.toUpperCase(Locale.ROOT), host, port, parameters);
    }

    private static void slash(TextCursor cursor) {
        cursor.skipSpace();
        cursor.expect('/', "slash in Via");
        cursor.skipSpace();
    }

    /**
     * The branch.
     *
     * @return empty from an RFC 2543 sender
     */
    public Optional<String> branch() {
        return parameters.get("branch");
    }

    /**
     * Notes where the request came from (RFC 3261 section 18.2.1, RFC 3581 section 4).
     *
     * @param address IP literal
     * @param sourcePort of the packet
     * @return with received, and with rport where it was asked for
     */
    public Via receivedFrom(String address, int sourcePort) {
        boolean wantsPort = parameters.has("rport");
        boolean same = host.equalsIgnoreCase(address) || host.equals("[" + address + "]");
        Parameters noted = parameters;
        if (wantsPort || !same) {
            noted = noted.with("received", address);
        }
        if (wantsPort) {
            noted = noted.with("rport", Integer.toString(sourcePort));
        }
        return new Via(transport, host, port, noted);
    }

    @Override
    public String toString() {
        return "SIP/2.0/"
                + transport
                + " "
                + host
                + (port.isPresent() ? ":" + port.getAsInt() : "")
                + parameters;
    }
}
