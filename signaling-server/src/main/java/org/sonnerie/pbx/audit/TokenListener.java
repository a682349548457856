package org.sonnerie.pbx.audit;

import java.time.temporal.ChronoUnit;
import org.sonnerie.pbx.tokens.ApiToken;
import org.sonnerie.pbx.tokens.TokenMade;
import org.sonnerie.pbx.tokens.TokenRevoked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down which API tokens are made and revoked, and what they may do. */
@Component
class TokenListener {
    private final AuditLog log;
    private final Actors actors;

    TokenListener(AuditLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    @EventListener
    void made(TokenMade event) {
        ApiToken token = event.token();
        log.record(
                token.company(),
                actors.current(),
                AuditAction.TOKEN_MADE,
                subject(token),
                "",
                life(token));
    }

    @EventListener
    void revoked(TokenRevoked event) {
        ApiToken token = event.token();
        log.record(
                token.company(),
                actors.current(),
                AuditAction.TOKEN_REVOKED,
                subject(token),
                life(token),
                "");
    }

    private static String life(ApiToken token) {
        return token.scopesText() + ", " + token.life().expires().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String subject(ApiToken token) {
        return token.name() + " (" + token.prefix() + "…)";
    }
}
