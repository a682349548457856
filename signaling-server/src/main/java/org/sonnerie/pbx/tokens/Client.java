package org.sonnerie.pbx.tokens;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who uses the REST interface in this request.
 *
 * @param company whose
 * @param key tells this token or person from all others
 */
public record Client(CompanyId company, String key) {
    /**
     * Whoever sent the request that is being answered.
     *
     * @return empty: nobody who is known
     */
    public static Optional<Client> current() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who instanceof TokenAuthentication program) {
            return Optional.of(
                    new Client(program.token().company(), "token:" + program.token().id()));
        }
        return who != null && who.getPrincipal() instanceof SignedIn person
                ? Optional.of(new Client(person.company(), "person:" + person.personId()))
                : Optional.empty();
    }
}
