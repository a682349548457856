package org.sonnerie.pbx.signaling;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.ee11.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.ee11.websocket.server.JettyServerUpgradeResponse;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServlet;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServletFactory;
import org.jspecify.annotations.Nullable;

/** Opens a guest's WebSocket, for the server's own pages only; the first message has the token. */
final class GuestSocketServlet extends JettyWebSocketServlet {
    private static final int TOO_MANY_REQUESTS = 429;

    private final transient GuestLines lines;
    private final transient Origins origins;

    GuestSocketServlet(GuestLines lines, Origins origins) {
        this.lines = lines;
        this.origins = origins;
    }

    @Override
    protected void configure(JettyWebSocketServletFactory factory) {
        PhoneSocketServlet.limit(factory);
        factory.setCreator(this::open);
    }

    private @Nullable PhoneSocket open(
            JettyServerUpgradeRequest request, JettyServerUpgradeResponse response) {
        HttpServletRequest http = request.getHttpServletRequest();
        try {
            if (!origins.allow(http)) {
                response.sendForbidden("foreign origin");
                return null;
            }
            String address = http.getRemoteAddr();
            if (!lines.hasRoom(address)) {
                response.sendError(TOO_MANY_REQUESTS, "too many guests");
                return null;
            }
            return new PhoneSocket(line -> lines.begin(line, address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
