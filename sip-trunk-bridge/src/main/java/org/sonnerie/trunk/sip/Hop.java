package org.sonnerie.trunk.sip;

import java.util.Locale;
import org.sonnerie.trunk.api.TrunkAccount.Transport;

/**
 * Where a message came from or goes to.
 *
 * @param transport UDP or TCP
 * @param host IP literal of a source; IP literal or name of a destination; no brackets
 * @param port 1 to 65535
 * @param connection the TCP connection a message came over, to be used for the answer while it is
 *     open; 0 for none
 */
public record Hop(Transport transport, String host, int port, long connection) {
    /** The port where none is written (RFC 3261 section 19.1.2). */
    public static final int DEFAULT_PORT = 5060;

    /** Lower-cases the host, so that hops can be compared. */
    public Hop {
        host = host.toLowerCase(Locale.ROOT);
    }

    /**
     * Tells whether sending is repeated below SIP.
     *
     * @return true for TCP
     */
    public boolean reliable() {
        return transport == Transport.TCP;
    }

    /**
     * Where a response goes (RFC 3261 section 18.2.2, RFC 3581 section 4). {@code maddr} is not
     * followed: it would let a sender aim our packets at others.
     *
     * @param via top Via of the request, after {@link Via#receivedFrom}
     * @param source where the request came from
     * @return the hop back
     */
    public static Hop back(Via via, Hop source) {
        if (source.reliable() || via.parameters().has("rport")) {
            return source;
        }
        int port = via.port().orElse(DEFAULT_PORT);
        return new Hop(source.transport(), source.host(), port == 0 ? DEFAULT_PORT : port, 0);
    }
}
