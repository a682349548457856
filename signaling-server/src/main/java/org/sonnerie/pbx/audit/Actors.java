package org.sonnerie.pbx.audit;

import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tokens.TokenAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Knows who does what is done on this thread. Thread safe. */
@Component
class Actors {
    /** Whoever sent the request that is being answered; else the server itself. */
    Actor current() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? Actor.server() : of(who);
    }

    /** Somebody who signs in or out. */
    Actor of(Authentication who) {
        return who.getPrincipal() instanceof SignedIn person
                ? new Actor(person.personId(), person.displayName(), token(who), address())
                : Actor.server();
    }

    /** Somebody who is not signed in, by what he holds or says. */
    Actor of(Account account) {
        return new Actor(account.id().text(), account.displayName(), "", address());
    }

    private static String token(Authentication who) {
        return who instanceof TokenAuthentication program ? program.token().name() : "";
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
    }
}
