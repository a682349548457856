package org.sonnerie.media.net;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.LongAdder;
import org.sonnerie.media.api.Transport;

/**
 * One non-blocking UDP socket. Nobody is woken per packet: the owner drains it on its own beat.
 * {@link #send} may be called from any thread, {@link #drain} only by the owner.
 */
public final class UdpSocket implements PacketSocket, AutoCloseable {
    /** The largest datagram taken; longer ones are dropped and counted. */
    public static final int MAX_DATAGRAM_BYTES = 1500;

    /** How long the receiver's buffer is: the rest is tail room. */
    public static final int BUFFER_BYTES = 2048;

    private static final int KERNEL_BUFFER_BYTES = 4 * 1024 * 1024;

    private final DatagramChannel channel;
    private final InetSocketAddress localAddress;
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final byte[] received = new byte[BUFFER_BYTES];
    private final LongAdder oversized = new LongAdder();
    private final LongAdder sendFailures = new LongAdder();

    private UdpSocket(DatagramChannel channel) throws IOException {
        this.channel = channel;
        this.localAddress = (InetSocketAddress) channel.getLocalAddress();
    }

    /** Takes what was drained. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * One datagram. The buffer is the socket's own: used for the time of the call, may be
         * changed, with tail room behind the datagram.
         *
         * @param buffer {@link #BUFFER_BYTES} long
         * @param offset where the datagram begins
         * @param length at most {@link #MAX_DATAGRAM_BYTES}
         * @param from who sent it
         */
        void received(byte[] buffer, int offset, int length, InetSocketAddress from);
    }

    /**
     * Opens and binds.
     *
     * @param address where to listen; port 0 = any free one
     * @param shared whether further sockets may bind the same port (SO_REUSEPORT, one per thread)
     * @return the socket
     * @throws NetException if it cannot be bound
     */
    public static UdpSocket open(InetSocketAddress address, boolean shared) {
        boolean six = address.getAddress() instanceof Inet6Address;
        DatagramChannel channel = null;
        try {
            channel =
                    DatagramChannel.open(
                            six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
            configure(channel, shared);
            channel.bind(address);
            return new UdpSocket(channel);
        } catch (IOException refused) {
            Channels.closeQuietly(channel);
            throw new NetException(
                    NetException.Reason.CANNOT_BIND,
                    "UDP " + address + " cannot be bound",
                    refused);
        }
    }

    void watchedBy(Selector selector, Runnable drain) {
        Channels.watch(channel, selector, SelectionKey.OP_READ, drain, this);
    }

    /** The key stays, and wakes nobody: one that is cancelled could not be used again at once. */
    void unwatchedBy(Selector selector) {
        SelectionKey key = channel.keyFor(selector);
        if (key != null && key.isValid()) {
            key.interestOps(0);
            key.attach(null);
        }
    }

    @Override
    public InetSocketAddress localAddress() {
        return localAddress;
    }

    @Override
    public Transport transport() {
        return Transport.UDP;
    }

    /**
     * The port it got.
     *
     * @return 1 to 65535
     */
    public int port() {
        return localAddress.getPort();
    }

    /**
     * Takes what has arrived, without waiting.
     *
     * @param receiver gets each datagram
     * @param limit how many at most, so that one socket cannot starve the rest
     * @return how many datagrams were read
     * @throws NetException if the socket no longer works
     */
    public int drain(Receiver receiver, int limit) {
        int count = 0;
        try {
            while (count < limit) {
                incoming.clear();
                InetSocketAddress from = (InetSocketAddress) channel.receive(incoming);
                if (from == null) {
                    break;
                }
                count++;
                int length = incoming.flip().remaining();
                if (length > MAX_DATAGRAM_BYTES) {
                    oversized.increment();
                } else {
                    incoming.get(received, 0, length);
                    receiver.received(received, 0, length, from);
                }
            }
        } catch (ClosedChannelException closed) {
            return count;
        } catch (IOException broken) {
            throw new NetException(
                    NetException.Reason.SOCKET_FAILED, "UDP " + localAddress, broken);
        }
        return count;
    }

    /**
     * Sends one datagram, or drops it where the kernel has no room.
     *
     * @param buffer holds it; not kept
     * @param offset where it begins
     * @param length bytes
     * @param to whereto
     * @return whether the kernel took it
     */
    public boolean send(byte[] buffer, int offset, int length, InetSocketAddress to) {
        try {
            if (channel.send(ByteBuffer.wrap(buffer, offset, length), to) == length) {
                return true;
            }
        } catch (IOException unreachable) {
            // Counted below: no route, or the socket was closed meanwhile. UDP promises nothing.
        }
        sendFailures.increment();
        return false;
    }

    /**
     * Datagrams dropped because they were longer than {@link #MAX_DATAGRAM_BYTES}.
     *
     * @return how many since the start
     */
    public long oversized() {
        return oversized.sum();
    }

    /**
     * Datagrams the kernel did not take.
     *
     * @return how many since the start
     */
    public long sendFailures() {
        return sendFailures.sum();
    }

    /** Frees the port. */
    @Override
    public void close() {
        Channels.closeQuietly(channel);
    }

    private static void configure(DatagramChannel channel, boolean shared) throws IOException {
        channel.configureBlocking(false);
        // The kernel's default of 100 kB loses one packet in eight when 500 legs send at once.
        channel.setOption(StandardSocketOptions.SO_RCVBUF, KERNEL_BUFFER_BYTES);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, KERNEL_BUFFER_BYTES);
        if (shared) {
            Channels.share(channel);
        }
    }

    @Override
    public String toString() {
        return "UDP " + localAddress;
    }
}
