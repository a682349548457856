package org.sonnerie.pbx.signaling;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jetty's end of a phone's WebSocket; Jetty calls it by one thread at a time. */
public final class PhoneSocket implements Session.Listener.AutoDemanding {
    private static final Logger LOG = LoggerFactory.getLogger(PhoneSocket.class);

    private final Function<Line, Dialogue> begin;
    private @Nullable JettyLine line;
    private @Nullable Dialogue conversation;

    PhoneSocket(Function<Line, Dialogue> begin) {
        this.begin = begin;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        JettyLine opened = new JettyLine(session);
        line = opened;
        conversation = begin.apply(opened);
    }

    @Override
    public void onWebSocketText(String message) {
        if (conversation != null) {
            conversation.received(message);
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        if (conversation != null) {
            conversation.receivedBinary();
        }
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("a phone's socket failed: {}", cause.getClass().getSimpleName());
    }

    @Override
    public void onWebSocketClose(int statusCode, @Nullable String reason, Callback callback) {
        if (line != null) {
            line.closed();
        }
        if (conversation != null) {
            conversation.closed(statusCode);
        }
        callback.succeed();
    }
}
