package org.sonnerie.media.ice;

import java.net.InetSocketAddress;

/**
 * A candidate pair as a lite agent sees it: where a check came in and where it came from.
 *
 * @param local our socket's address
 * @param remote the peer's address as seen here (peer-reflexive or not makes no difference)
 */
public record IcePair(InetSocketAddress local, InetSocketAddress remote) {}
