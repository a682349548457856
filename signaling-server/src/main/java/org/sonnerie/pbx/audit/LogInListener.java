package org.sonnerie.pbx.audit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.StoredCredentials;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Writes down who signs in and out, and who tries to in somebody's name. Tries in nobody's name are
 * no company's.
 */
@Component
class LogInListener {
    /** Whoever goes on guessing shall not fill the disk. */
    private static final Duration SAME_GUESSER = Duration.ofMinutes(5);

    private final AuditLog log;
    private final Actors actors;
    private final People people;

    LogInListener(AuditLog log, Actors actors, People people) {
        this.log = log;
        this.actors = actors;
        this.people = people;
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        self(event.getAuthentication(), AuditAction.LOG_IN);
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        self(event.getAuthentication(), AuditAction.LOG_OUT);
    }

    private void self(Authentication who, AuditAction what) {
        if (who.getPrincipal() instanceof SignedIn person) {
            log.record(person.company(), actors.of(who), what, person.displayName(), List.of());
        }
    }

    @EventListener
    void refused(AuthenticationFailureBadCredentialsEvent event) {
        claimed(event)
                .ifPresent(account ->
                        log.record(
                                account.company(),
                                actors.of(account),
                                AuditAction.LOG_IN_REFUSED,
                                account.displayName(),
                                List.of()));
    }

    @EventListener
    void locked(AuthenticationFailureLockedEvent event) {
        claimed(event)
                .ifPresent(account ->
                        log.recordOnce(
                                account.company(),
                                actors.of(account),
                                AuditAction.LOG_IN_LOCKED,
                                account.displayName(),
                                SAME_GUESSER));
    }

    private Optional<Account> claimed(AbstractAuthenticationFailureEvent event) {
        return people.credentials(event.getAuthentication().getName())
                .map(StoredCredentials::account);
    }
}
