package org.sonnerie.pbx.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Whoever has signed in stays so for a day without a request: a phone's page stays open all day and
 * talks over its WebSocket only. A stranger's session, which holds no more than where he wanted to
 * go, is over in minutes.
 */
@Component
final class SignedInForADay extends SavedRequestAwareAuthenticationSuccessHandler {
    private static final Duration DAY = Duration.ofDays(1);

    private final Sessions sessions;

    SignedInForADay(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws ServletException, IOException {
        request.getSession().setMaxInactiveInterval(Math.toIntExact(DAY.toSeconds()));
        if (signedIn.getPrincipal() instanceof SignedIn who) {
            sessions.begun(who, request);
        }
        super.onAuthenticationSuccess(request, response, signedIn);
    }
}
