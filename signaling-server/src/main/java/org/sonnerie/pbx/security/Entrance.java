package org.sonnerie.pbx.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Lets somebody in who has proved who he is otherwise than by his password alone. */
@Component
class Entrance {
    private final SignedInForADay welcome;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Entrance(SignedInForADay welcome) {
        this.welcome = welcome;
    }

    /**
     * Signs in, and goes to where he wanted to go. As after a password: the session gets a new id,
     * forms get a new token.
     */
    void admit(SignedIn who, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        begin(who, request, response);
        welcome.onAuthenticationSuccess(request, response, who.authentication());
    }

    private void begin(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId();
        CookieCsrfTokenRepository.withHttpOnlyFalse().saveToken(null, request, response);
        Authentication authentication = who.authentication();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
