package org.sonnerie.pbx.security;

import java.io.Serializable;
import java.util.List;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who is signed in, as a session remembers it.
 *
 * @param personId names the person
 * @param companyId names the company
 * @param displayName as others see it
 * @param role what the person may do
 */
public record SignedIn(String personId, String companyId, String displayName, Role role)
        implements AuthenticatedPrincipal, Serializable {
    static SignedIn of(Account account) {
        return new SignedIn(
                account.id().text(),
                account.company().text(),
                account.displayName(),
                account.role());
    }

    /** What Spring Security holds of whoever is signed in: no credentials, one authority. */
    Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(
                this, null, List.of(new SimpleGrantedAuthority("ROLE_" + role.name())));
    }

    /**
     * The person.
     *
     * @return the id
     */
    public PersonId person() {
        return new PersonId(personId);
    }

    /**
     * The person's company.
     *
     * @return the id
     */
    public CompanyId company() {
        return new CompanyId(companyId);
    }

    @Override
    public String getName() {
        return personId;
    }
}
