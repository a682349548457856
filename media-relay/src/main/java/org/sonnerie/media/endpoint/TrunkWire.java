package org.sonnerie.media.endpoint;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.Transport;
import org.sonnerie.media.net.UdpPorts;
import org.sonnerie.media.net.UdpSocket;

/** Plain RTP to a carrier: symmetric, RTCP on the port above. Owned by one media thread. */
final class TrunkWire implements Wire {
    private final UdpPorts.RtpPair ports;
    private final TrunkLatch latch;
    private final Counters counters;
    private @Nullable InetSocketAddress targetBefore;

    TrunkWire(UdpPorts.RtpPair ports, TrunkLatch latch, Counters counters) {
        this.ports = ports;
        this.latch = latch;
        this.counters = counters;
    }

    @Override
    public boolean open() {
        return latch.target() != null;
    }

    @Override
    public boolean takeMoved() {
        InetSocketAddress target = latch.target();
        InetSocketAddress before = targetBefore;
        targetBefore = target;
        return before != null && target != null && !before.equals(target);
    }

    @Override
    public Optional<Transport> transport() {
        return open() ? Optional.of(Transport.UDP) : Optional.empty();
    }

    @Override
    public void rtp(byte[] buffer, int length) {
        InetSocketAddress target = latch.target();
        if (target != null) {
            send(ports.rtp(), buffer, length, target);
        }
    }

    @Override
    public void rtcp(byte[] buffer, int length) {
        InetSocketAddress target = latch.target();
        if (target != null && target.getPort() < 65_535) {
            int port = target.getPort() + 1;
            send(ports.rtcp(), buffer, length, new InetSocketAddress(target.getAddress(), port));
        }
    }

    private void send(
            UdpSocket socket, byte[] buffer, int length, @Nullable InetSocketAddress target) {
        boolean sent = target != null && socket.send(buffer, 0, length, target);
        counters.count(sent ? Counter.DATAGRAMS_SENT : Counter.SEND_FAILURES);
    }

    @Override
    public String toString() {
        return "RTP(" + latch + ")";
    }
}
