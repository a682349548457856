package org.sonnerie.media.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.sonnerie.media.api.Transport;

/**
 * One connection that somebody made to us, which carries packets in frames (RFC 4571). It has two
 * halves and never waits in either: {@link #drain} belongs to the thread that accepted it, {@link
 * #send} and {@link #flush} to the one its endpoint lives on. The rest may be called from any.
 */
public final class TcpConnection implements PacketSocket, AutoCloseable {
    /** Linux takes twice of it, for its own needs too: two seconds of speech. */
    private static final int KERNEL_BUFFER_BYTES = 8_192;

    private final SocketChannel channel;
    private final InetSocketAddress localAddress;
    private final InetSocketAddress remoteAddress;
    private final FrameReader reader = new FrameReader();
    private final FrameWriter writer;
    private volatile boolean admitted;
    private volatile boolean released;

    private TcpConnection(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.localAddress = (InetSocketAddress) channel.getLocalAddress();
        this.remoteAddress = (InetSocketAddress) channel.getRemoteAddress();
        this.writer = new FrameWriter(channel);
    }

    /** How a connection stands after something was read. */
    public enum Drained {
        /** More may come. */
        OPEN,
        /** The other side ended it, or the way to it is broken. */
        ENDED,
        /** It announced a packet that is longer than any of ours. */
        TOO_LONG
    }

    static TcpConnection of(SocketChannel accepted) throws IOException {
        accepted.configureBlocking(false);
        accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
        accepted.setOption(StandardSocketOptions.SO_SNDBUF, KERNEL_BUFFER_BYTES);
        return new TcpConnection(accepted);
    }

    void watchedBy(Selector selector, Runnable drain) {
        Channels.watch(channel, selector, SelectionKey.OP_READ, drain, this);
    }

    @Override
    public InetSocketAddress localAddress() {
        return localAddress;
    }

    @Override
    public Transport transport() {
        return Transport.TCP;
    }

    /**
     * Who made it.
     *
     * @return address and port
     */
    public InetSocketAddress remoteAddress() {
        return remoteAddress;
    }

    /**
     * Reads once, without waiting, and passes on what is whole.
     *
     * @param scratch to read into; its size limits how much one call takes
     * @param receiver gets each packet; may close this
     * @return how it stands now
     */
    public Drained drain(ByteBuffer scratch, UdpSocket.Receiver receiver) {
        scratch.clear();
        try {
            if (channel.read(scratch) < 0) {
                return Drained.ENDED;
            }
        } catch (IOException broken) {
            return Drained.ENDED;
        }
        scratch.flip();
        FrameReader.Progress progress = reader.next(scratch);
        while (progress == FrameReader.Progress.PACKET && !isClosed()) {
            if (reader.length() > 0) {
                receiver.received(reader.packet(), 0, reader.length(), remoteAddress);
            }
            progress = reader.next(scratch);
        }
        return progress == FrameReader.Progress.TOO_LONG ? Drained.TOO_LONG : Drained.OPEN;
    }

    /**
     * Sends one packet, or drops it where the other side takes them too slowly.
     *
     * @param buffer holds it; not kept
     * @param offset where it begins
     * @param length octets, at most {@link UdpSocket#MAX_DATAGRAM_BYTES}
     * @return whether it is or will be on its way
     */
    public boolean send(byte[] buffer, int offset, int length) {
        try {
            return writer.write(buffer, offset, length);
        } catch (IOException broken) {
            close();
            return false;
        }
    }

    /** Sends what had to wait, as far as it goes. */
    public void flush() {
        try {
            writer.flush();
        } catch (IOException broken) {
            close();
        }
    }

    /** Who made it has proved that he may: an authentic check came by it. */
    public void admit() {
        admitted = true;
    }

    /**
     * Whether an authentic check came by it.
     *
     * @return false: it is a stranger's
     */
    public boolean isAdmitted() {
        return admitted;
    }

    /** Its endpoint needs it no more; who accepted it closes it, after a last word. */
    public void release() {
        released = true;
    }

    /**
     * Whether its endpoint needs it no more.
     *
     * @return true: it is to be closed soon
     */
    public boolean isReleased() {
        return released;
    }

    /**
     * Whether it is over.
     *
     * @return true: nothing comes or goes any more
     */
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public void close() {
        Channels.closeQuietly(channel);
    }

    @Override
    public String toString() {
        return "TCP " + localAddress + " - " + remoteAddress;
    }
}
