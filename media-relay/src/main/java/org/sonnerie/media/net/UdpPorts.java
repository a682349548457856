package org.sonnerie.media.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Opens the pairs of sockets that carriers send to. Thread safe. */
public final class UdpPorts {
    private static final int ATTEMPTS = 20;

    private final InetAddress address;
    private final int first;
    private final int last;
    private int next;

    /**
     * A range to take RTP ports from.
     *
     * @param address where to listen
     * @param first the lowest port; 0 = any free one
     * @param last the highest
     */
    public UdpPorts(InetAddress address, int first, int last) {
        this.address = address;
        this.first = first + (first & 1);
        this.last = last;
        this.next = this.first;
    }

    /**
     * The two sockets of a plain RTP endpoint (RFC 3550 section 11).
     *
     * @param rtp on an even port
     * @param rtcp on the odd port after it
     */
    public record RtpPair(UdpSocket rtp, UdpSocket rtcp) implements AutoCloseable {
        @Override
        public void close() {
            rtp.close();
            rtcp.close();
        }
    }

    /**
     * Takes the next free pair of ports, going round the range so that a port rests before it is
     * used again.
     *
     * @return the pair, or nothing when the range is used up
     */
    public synchronized Optional<RtpPair> openPair() {
        int pairs = first == 0 ? ATTEMPTS : (last - first + 1) / 2;
        for (int tried = 0; tried < pairs; tried++) {
            Optional<RtpPair> pair = first == 0 ? anyPair() : pairAt(advance());
            if (pair.isPresent()) {
                return pair;
            }
        }
        return Optional.empty();
    }

    private int advance() {
        int port = next;
        next = port + 3 > last ? first : port + 2;
        return port;
    }

    private Optional<RtpPair> anyPair() {
        UdpSocket probe = UdpSocket.open(new InetSocketAddress(address, 0), false);
        int port = probe.port() & ~1;
        probe.close();
        return pairAt(port);
    }

    private Optional<RtpPair> pairAt(int port) {
        UdpSocket rtp;
        try {
            rtp = UdpSocket.open(new InetSocketAddress(address, port), false);
        } catch (NetException taken) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new RtpPair(
                            rtp, UdpSocket.open(new InetSocketAddress(address, port + 1), false)));
        } catch (NetException taken) {
            rtp.close();
            return Optional.empty();
        }
    }
}
