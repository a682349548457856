package org.sonnerie.trunk.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.sonnerie.trunk.transport.UdpPort;

/**
 * The UDP and the TCP port with the same number.
 *
 * @param udp bound
 * @param tcp bound
 * @param number of both
 */
record Ports(UdpPort udp, ServerSocket tcp, int number) {
    private static final int ATTEMPTS = 20;
    private static final int BACKLOG = 64;

    /** Opens both; where any port will do, tries until one is free for both. */
    static Ports open(String bindAddress, int wanted) {
        IOException last = new IOException("no attempt");
        for (int i = 0; i < (wanted == 0 ? ATTEMPTS : 1); i++) {
            try {
                return once(InetAddress.ofLiteral(bindAddress), wanted);
            } catch (IOException e) {
                last = e;
            }
        }
        throw new TrunkRuntimeException(
                TrunkRuntimeException.Reason.CANNOT_BIND,
                "cannot open SIP port " + wanted + " on " + bindAddress,
                last);
    }

    private static Ports once(InetAddress address, int wanted) throws IOException {
        UdpPort udp = UdpPort.open(address, wanted);
        try {
            return new Ports(udp, new ServerSocket(udp.port(), BACKLOG, address), udp.port());
        } catch (IOException e) {
            udp.close();
            throw e;
        }
    }
}
