package org.sonnerie.media.ice;

import java.net.InetSocketAddress;
import org.sonnerie.media.api.Transport;

/**
 * A candidate pair as a lite agent sees it: where a check came in and where it came from.
 *
 * @param local our socket's address
 * @param remote the peer's address as seen here (peer-reflexive or not makes no difference)
 * @param transport what carries the packets; over TCP (RFC 6544) we are the passive side
 */
public record IcePair(InetSocketAddress local, InetSocketAddress remote, Transport transport) {
    /** Whether packets of the other pair come from the same end. */
    boolean hasRemoteOf(IcePair other) {
        return transport == other.transport && remote.equals(other.remote);
    }
}
