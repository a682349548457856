package org.sonnerie.media.net;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/** What sockets of both transports need of their channels. */
final class Channels {
    private Channels() {}

    /** Further sockets may bind the same port, where the system has that. */
    static void share(NetworkChannel channel) throws IOException {
        if (channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
            channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
    }

    /**
     * Has a selector do something when the channel is ready.
     *
     * @param socket whose channel it is, for the failure
     * @throws NetException if it is closed
     */
    static void watch(
            SelectableChannel channel, Selector selector, int when, Runnable task, Object socket) {
        try {
            channel.register(selector, when, task);
        } catch (ClosedChannelException closed) {
            throw new NetException(NetException.Reason.SOCKET_FAILED, socket.toString(), closed);
        }
    }

    static void closeQuietly(@Nullable Channel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException ignored) {
            // It is closed as far as we can close it.
        }
    }
}
