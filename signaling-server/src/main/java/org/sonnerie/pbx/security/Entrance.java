package org.sonnerie.pbx.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.people.Account;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Lets somebody in who has proved who he is otherwise than by his password alone. */
@Component
public class Entrance {
    private final SignedInForADay welcome;
    private final ApplicationEventPublisher events;
    private final CompanyTerms terms;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Entrance(SignedInForADay welcome, ApplicationEventPublisher events, CompanyTerms terms) {
        this.welcome = welcome;
        this.events = events;
        this.terms = terms;
    }

    /**
     * Signs in, and goes to where he wanted to go. As after a password: the session gets a new id,
     * forms get a new token.
     *
     * @param account who he is
     * @param request with which he proved it
     * @param response leads on
     * @throws ServletException as the container's
     * @throws IOException if he is gone
     */
    public void admit(Account account, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (Suspension.concerns(account, terms)) {
            response.sendRedirect("/login?" + WebSecurity.SUSPENDED);
            return;
        }
        SignedIn who = SignedIn.of(account);
        begin(who, request, response);
        events.publishEvent(new AuthenticationSuccessEvent(who.authentication()));
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
