package org.sonnerie.media.net;

import java.net.InetSocketAddress;
import org.sonnerie.media.api.Transport;

/** Where packets come in: a socket of datagrams, or one connection. */
public sealed interface PacketSocket permits UdpSocket, TcpConnection {
    /**
     * Our end.
     *
     * @return address and port as bound
     */
    InetSocketAddress localAddress();

    /**
     * What carries the packets.
     *
     * @return never changes
     */
    Transport transport();
}
