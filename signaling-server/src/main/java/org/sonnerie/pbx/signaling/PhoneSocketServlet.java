package org.sonnerie.pbx.signaling;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.ee11.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.ee11.websocket.server.JettyServerUpgradeResponse;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServlet;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServletFactory;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.signaling.Conversation.Caller;
import org.springframework.security.core.Authentication;

/** Opens the phone's WebSocket, for a signed-in person and the server's own pages only. */
final class PhoneSocketServlet extends JettyWebSocketServlet {
    private static final int LARGEST_MESSAGE = 64 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(90);
    private static final int UNAUTHORIZED = 401;

    private final transient Conversations conversations;
    private final transient Origins origins;

    PhoneSocketServlet(Conversations conversations, Origins origins) {
        this.conversations = conversations;
        this.origins = origins;
    }

    @Override
    protected void configure(JettyWebSocketServletFactory factory) {
        limit(factory);
        factory.setCreator(this::open);
    }

    /** What every socket of ours keeps to. */
    static void limit(JettyWebSocketServletFactory factory) {
        factory.setMaxTextMessageSize(LARGEST_MESSAGE);
        factory.setMaxBinaryMessageSize(LARGEST_MESSAGE);
        factory.setMaxFrameSize(LARGEST_MESSAGE);
        factory.setIdleTimeout(IDLE);
    }

    private @Nullable PhoneSocket open(
            JettyServerUpgradeRequest request, JettyServerUpgradeResponse response) {
        HttpServletRequest http = request.getHttpServletRequest();
        try {
            if (!origins.allow(http)) {
                response.sendForbidden("foreign origin");
                return null;
            }
            Optional<Caller> caller = caller(http);
            if (caller.isEmpty()) {
                response.sendError(UNAUTHORIZED, "not signed in");
                return null;
            }
            return new PhoneSocket(line -> conversations.begin(line, caller.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Caller> caller(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        HttpSession session = request.getSession(false);
        return session != null
                        && principal instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(new Caller(signedIn, session.getId()))
                : Optional.empty();
    }

    /** Begins conversations. */
    interface Conversations {
        /**
         * A socket was opened.
         *
         * @param line the socket
         * @param caller who opened it
         */
        Conversation begin(Line line, Caller caller);
    }
}
