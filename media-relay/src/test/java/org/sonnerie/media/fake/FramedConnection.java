package org.sonnerie.media.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A page's connection to the relay (RFC 6544, the active side), its frames (RFC 4571) written and
 * read without the relay's own code.
 */
public final class FramedConnection implements AutoCloseable {
    /** Little room, so that who reads nothing is soon noticed. */
    private static final int RECEIVE_BUFFER = 4_096;

    private final SocketChannel channel;
    private final ByteBuffer incoming = ByteBuffer.allocate(8_192);

    private FramedConnection(SocketChannel channel) {
        this.channel = channel;
    }

    /** Connects from an address of this machine. */
    public static FramedConnection open(InetAddress from, InetSocketAddress to) {
        try {
            SocketChannel opened = SocketChannel.open();
            opened.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            opened.bind(new InetSocketAddress(from, 0));
            opened.connect(to);
            opened.configureBlocking(false);
            return new FramedConnection(opened);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public InetSocketAddress address() {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Sends a packet in its frame. */
    public void send(byte[] packet, int offset, int length) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(2 + length);
        frame.put((byte) (length >> 8)).put((byte) length).put(packet, offset, length);
        raw(frame.array());
    }

    /** Sends octets as they are. */
    public void raw(byte... octets) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(octets);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /** The next packet, if one is there. */
    public byte @Nullable [] receive() throws IOException {
        if (channel.read(incoming) < 0) {
            throw new IOException("closed by the relay");
        }
        if (incoming.position() < 2 || incoming.position() < 2 + length()) {
            return null;
        }
        byte[] packet = Arrays.copyOfRange(incoming.array(), 2, 2 + length());
        incoming.flip().position(2 + packet.length);
        incoming.compact();
        return packet;
    }

    /** The next packet, once it is there. */
    public byte[] await() {
        AtomicReference<byte @Nullable []> packet = new AtomicReference<>();
        Await.until(
                "a packet",
                () -> {
                    try {
                        packet.set(receive());
                    } catch (IOException ended) {
                        throw new UncheckedIOException(ended);
                    }
                    return packet.get() != null;
                });
        return Objects.requireNonNull(packet.get());
    }

    private int length() {
        return incoming.getShort(0) & 0xffff;
    }

    /** Whether the relay has ended it; what it sent before is passed over. */
    public boolean isEnded() {
        try {
            int read = channel.read(incoming);
            incoming.clear();
            return read < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
