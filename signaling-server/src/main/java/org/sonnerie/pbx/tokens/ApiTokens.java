package org.sonnerie.pbx.tokens;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.tables.DurableChange;
import org.sonnerie.pbx.tokens.TokenRefusedException.Why;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The API tokens of each company, and of the provider. Thread safe. */
@Component
public class ApiTokens {
    private static final int MOST = 200;

    private final TokenRows rows;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final CompanyTerms terms;

    ApiTokens(
            TokenRows rows,
            DurableChange changes,
            ApplicationEventPublisher events,
            InstantSource clock,
            CompanyTerms terms) {
        this.rows = rows;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
        this.terms = terms;
    }

    /**
     * A token that was made just now.
     *
     * @param secret the token itself, never to be had again
     * @param token what is kept of it
     */
    public record Made(String secret, ApiToken token) {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Made[" + token.id() + "]";
        }
    }

    /**
     * Makes a token; durable on return.
     *
     * @param maker an admin or a provider, in whose name it will act
     * @param wish what it shall be
     * @return the token and its secret
     * @throws TokenRefusedException if it cannot be
     */
    public Made make(SignedIn maker, TokenWish wish) {
        wish.check();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expires = now.plus(wish.life());
        if (!withinItsMaker(maker, wish, expires)) {
            throw new TokenRefusedException(Why.BEYOND_ITS_MAKER);
        }
        List<ApiToken> all = of(maker);
        if (all.size() >= MOST) {
            throw new TokenRefusedException(Why.TOO_MANY);
        }
        if (all.stream().anyMatch(token -> token.name().equals(wish.name()))) {
            throw new TokenRefusedException(Why.NAME_TAKEN);
        }
        TokenSecret secret = TokenSecret.fresh();
        ApiToken token =
                new ApiToken(
                        RandomText.id(),
                        maker.company(),
                        maker.person(),
                        wish.name(),
                        secret.prefix(),
                        wish.scopes(),
                        new ApiToken.Life(now, expires, Optional.empty()));
        changes.make(
                maker.company(),
                () -> {
                    rows.add(token, secret.digest());
                    events.publishEvent(new TokenMade(token));
                });
        return new Made(secret.text(), token);
    }

    /** Nobody gets by a token what he would not get himself, or by the one he has. */
    private static boolean withinItsMaker(SignedIn maker, TokenWish wish, Instant expires) {
        if (!wish.scopes().stream().allMatch(scope -> scope.isFor(maker.role()))) {
            return false;
        }
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return !(who instanceof TokenAuthentication program)
                || (program.token().scopes().containsAll(wish.scopes())
                        && !expires.isAfter(program.token().life().expires()));
    }

    /**
     * The tokens that were not revoked; the expired ones too.
     *
     * @param who an admin: those of his company; a provider: the provider's
     * @return the newest first
     */
    public List<ApiToken> of(SignedIn who) {
        return rows.of(who.company()).stream().filter(token -> token.isFor(who.role())).toList();
    }

    /**
     * Revokes a token; durable on return, and good for nothing from then on.
     *
     * @param who an admin or a provider, whose it is
     * @param id which
     * @return false: there is none
     */
    public boolean revoke(SignedIn who, String id) {
        Optional<ApiToken> found =
                of(who).stream().filter(token -> token.id().equals(id)).findFirst();
        return found.isPresent()
                && changes.make(
                        who.company(),
                        () -> {
                            boolean mine = rows.revoke(found.get(), clock.instant());
                            if (mine) {
                                events.publishEvent(new TokenRevoked(found.get()));
                            }
                            return mine;
                        });
    }

    /**
     * Whether a token that was good still is.
     *
     * @param token which
     * @return false: it is revoked or over, or its person is no admin any more
     */
    public boolean isGood(ApiToken token) {
        return rows.isGood(token, clock.instant());
    }

    /** Whoever sends a token; empty: it is not, or no longer, good. */
    Optional<TokenAuthentication> redeem(String text) {
        TokenSecret secret = new TokenSecret(text);
        if (!secret.isWellFormed()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<TokenRows.Good> good =
                rows.good(secret.digest(), now)
                        .filter(one ->
                                one.role() == Role.PROVIDER
                                        || !terms.of(one.token().company()).suspended());
        good.ifPresent(one -> rows.used(one.token(), now));
        return good.map(one ->
                new TokenAuthentication(
                        one.token(),
                        new SignedIn(
                                one.token().person().text(),
                                one.token().company().text(),
                                one.displayName(),
                                one.role())));
    }
}
