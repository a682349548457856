package org.sonnerie.pbx.security;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose password was right, as a session remembers it until the code is right too. It opens no page
 * but that of the second step.
 *
 * @param who whose
 * @param since when
 */
record HalfSignedIn(SignedIn who, Instant since) implements Serializable {
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final String ATTRIBUTE = HalfSignedIn.class.getName();

    /**
     * The session gets a new id: whoever knew the one before knows no more than that. Whoever was
     * signed in with it is not any more.
     */
    static void begin(HttpServletRequest request, SignedIn who, Instant now) {
        HttpSession before = request.getSession();
        if (before.getAttribute(SPRING_SECURITY_CONTEXT_KEY) != null) {
            before.invalidate();
        } else {
            request.changeSessionId();
        }
        HttpSession session = request.getSession();
        session.setAttribute(ATTRIBUTE, new HalfSignedIn(who, now));
    }

    static Optional<HalfSignedIn> of(HttpServletRequest request, Instant now) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(HalfSignedIn.class::cast)
                .filter(half -> half.since().plus(GOOD_FOR).isAfter(now));
    }

    static void end(HttpServletRequest request) {
        request.getSession().removeAttribute(ATTRIBUTE);
    }
}
