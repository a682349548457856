package org.sonnerie.trunk.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.function.BiConsumer;

/** One UDP socket. One thread receives, one sends. */
public final class UdpPort implements AutoCloseable {
    private static final int KERNEL_BUFFER = 1 << 20;

    private final DatagramChannel channel;
    private final ByteBuffer incoming = ByteBuffer.allocate(65_536);

    private UdpPort(DatagramChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens the socket.
     *
     * @param address to bind
     * @param port 0 for any
     * @return bound
     * @throws IOException if it is taken
     */
    public static UdpPort open(InetAddress address, int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, KERNEL_BUFFER);
            channel.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new UdpPort(channel);
    }

    /**
     * The port.
     *
     * @return 1 to 65535
     * @throws IOException if it is closed
     */
    public int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /**
     * Waits for a datagram.
     *
     * @param receiver given its octets, to keep, and where it came from
     * @throws IOException if it is closed or the network fails
     */
    public void receive(BiConsumer<byte[], InetSocketAddress> receiver) throws IOException {
        incoming.clear();
        InetSocketAddress source = (InetSocketAddress) channel.receive(incoming);
        incoming.flip();
        byte[] octets = new byte[incoming.remaining()];
        incoming.get(octets);
        receiver.accept(octets, source);
    }

    /**
     * Sends a datagram.
     *
     * @param octets read, not kept
     * @param target where to
     * @throws IOException if the network refuses it
     */
    public void send(byte[] octets, InetSocketAddress target) throws IOException {
        channel.send(ByteBuffer.wrap(octets), target);
    }

    /**
     * Tells whether it still works.
     *
     * @return false after {@link #close}
     */
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
