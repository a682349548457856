package org.sonnerie.trunk.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.sonnerie.trunk.api.TrunkAccount.Transport;
import org.sonnerie.trunk.sip.Hop;
import org.sonnerie.trunk.sip.SipMessage;
import org.sonnerie.trunk.sip.SipWriter;
import org.sonnerie.trunk.transport.UdpPort;

/** The UDP port with a virtual thread that receives. */
final class UdpSide implements AutoCloseable {
    private final UdpPort port;
    private final Counters counters;
    private final TcpSide.Listener listener;

    UdpSide(UdpPort port, Counters counters, TcpSide.Listener listener) {
        this.port = port;
        this.counters = counters;
        this.listener = listener;
    }

    void start() {
        Thread.ofVirtual().name("trunk-udp").start(this::receiveAll);
    }

    private void receiveAll() {
        while (port.isOpen()) {
            try {
                port.receive(this::received);
            } catch (IOException e) {
                if (port.isOpen()) {
                    counters.count("sip_udp_errors");
                    Pause.briefly();
                }
            }
        }
    }

    private void received(byte[] octets, InetSocketAddress source) {
        String host = source.getAddress().getHostAddress();
        listener.received(octets, new Hop(Transport.UDP, host, source.getPort(), 0));
    }

    /** Sends at once to an address, and from a virtual thread to a name. */
    void send(SipMessage message, Hop hop) {
        Optional<InetAddress> literal = Names.literal(hop.host());
        if (literal.isPresent()) {
            send(message, List.of(literal.get()), hop.port());
        } else {
            Thread.ofVirtual()
                    .name("trunk-lookup")
                    .start(() -> send(message, Names.lookUp(hop.host()), hop.port()));
        }
    }

    private void send(SipMessage message, List<InetAddress> addresses, int toPort) {
        try {
            if (addresses.isEmpty()) {
                throw new IOException("unknown host");
            }
            port.send(
                    SipWriter.write(message), new InetSocketAddress(addresses.getFirst(), toPort));
        } catch (IOException e) {
            listener.sendFailed(message);
        }
    }

    @Override
    public void close() throws IOException {
        port.close();
    }
}
