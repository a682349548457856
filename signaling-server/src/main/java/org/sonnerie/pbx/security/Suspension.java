package org.sonnerie.pbx.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nobody of a suspended company is signed in, whatever his session says: also one that began in the
 * moment in which all of them were ended. Whoever looks after the system always is.
 */
public final class Suspension extends OncePerRequestFilter {
    private final CompanyTerms terms;

    /**
     * For a chain of filters.
     *
     * @param terms who is suspended
     */
    public Suspension(CompanyTerms terms) {
        this.terms = terms;
    }

    /** Whether somebody cannot sign in now. */
    static boolean concerns(Account account, CompanyTerms terms) {
        return concerns(account.role(), account.company(), terms);
    }

    private static boolean concerns(Role role, CompanyId company, CompanyTerms terms) {
        return role != Role.PROVIDER && terms.of(company).suspended();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean suspended =
                who != null
                        && who.getPrincipal() instanceof SignedIn me
                        && concerns(me.role(), me.company(), terms);
        if (suspended) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }
}
