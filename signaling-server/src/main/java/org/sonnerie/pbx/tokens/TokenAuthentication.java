package org.sonnerie.pbx.tokens;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A program that sent a token, for the length of one request. */
public final class TokenAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient ApiToken token;
    private final SignedIn person;

    TokenAuthentication(ApiToken token, SignedIn person) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + person.role().name())));
        this.token = token;
        this.person = person;
        super.setAuthenticated(true);
    }

    /**
     * By what it is let in.
     *
     * @return the token, without itself
     */
    public ApiToken token() {
        return token;
    }

    @Override
    public SignedIn getPrincipal() {
        return person;
    }

    /** Nothing is kept of it. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
