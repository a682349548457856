package org.sonnerie.media.net;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Where connections are made to. Never waits. Owned by one thread. */
public final class TcpListener implements AutoCloseable {
    private final ServerSocketChannel channel;
    private final InetSocketAddress localAddress;

    private TcpListener(ServerSocketChannel channel) throws IOException {
        this.channel = channel;
        this.localAddress = (InetSocketAddress) channel.getLocalAddress();
    }

    /**
     * Opens and binds.
     *
     * @param address where to listen; port 0 = any free one
     * @param shared whether further ones may bind the same port (SO_REUSEPORT, one per thread)
     * @return the listener
     * @throws NetException if it cannot be bound
     */
    public static TcpListener open(InetSocketAddress address, boolean shared) {
        boolean six = address.getAddress() instanceof Inet6Address;
        ServerSocketChannel channel = null;
        try {
            channel =
                    ServerSocketChannel.open(
                            six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
            channel.configureBlocking(false);
            if (shared) {
                Channels.share(channel);
            }
            channel.bind(address);
            return new TcpListener(channel);
        } catch (IOException refused) {
            Channels.closeQuietly(channel);
            throw new NetException(
                    NetException.Reason.CANNOT_BIND,
                    "TCP " + address + " cannot be bound",
                    refused);
        }
    }

    void watchedBy(Selector selector, Runnable accept) {
        Channels.watch(channel, selector, SelectionKey.OP_ACCEPT, accept, this);
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
     * Takes a connection that was made. One that broke meanwhile is passed over.
     *
     * @return null: no further one waits
     * @throws NetException if the system has no room for it
     */
    public @Nullable TcpConnection accept() {
        try {
            SocketChannel accepted = channel.accept();
            while (accepted != null) {
                TcpConnection connection = configured(accepted);
                if (connection != null) {
                    return connection;
                }
                accepted = channel.accept();
            }
            return null;
        } catch (ClosedChannelException closed) {
            return null;
        } catch (IOException refused) {
            throw new NetException(NetException.Reason.SOCKET_FAILED, toString(), refused);
        }
    }

    private static @Nullable TcpConnection configured(SocketChannel accepted) {
        try {
            return TcpConnection.of(accepted);
        } catch (IOException broken) {
            Channels.closeQuietly(accepted);
            return null;
        }
    }

    @Override
    public void close() {
        Channels.closeQuietly(channel);
    }

    @Override
    public String toString() {
        return "TCP " + localAddress;
    }
}
