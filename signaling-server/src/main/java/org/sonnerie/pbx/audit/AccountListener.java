package org.sonnerie.pbx.audit;

import java.util.ArrayList;
import java.util.List;
import org.sonnerie.pbx.passkeys.PasskeyChanged;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.PersonChanged;
import org.sonnerie.pbx.people.PersonExported;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.secondfactor.SecondFactorChanged;
import org.sonnerie.pbx.security.CodeRefused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what becomes of people's accounts, and of what they sign in with. */
@Component
class AccountListener {
    private final AuditLog log;
    private final Actors actors;
    private final People people;

    AccountListener(AuditLog log, Actors actors, People people) {
        this.log = log;
        this.actors = actors;
        this.people = people;
    }

    @EventListener
    void changed(PersonChanged event) {
        Account before = event.before();
        Account after = event.after();
        List<AuditChange> changes = new ArrayList<>();
        if (!before.displayName().equals(after.displayName())) {
            changes.add(new AuditChange("", before.displayName(), after.displayName()));
        }
        if (before.role() != after.role()) {
            changes.add(new AuditChange("", Keyword.of(before.role()), Keyword.of(after.role())));
        }
        log.record(
                after.company(),
                actors.current(),
                AuditAction.PERSON_CHANGED,
                after.displayName() + " (" + after.userName() + ")",
                changes);
    }

    @EventListener
    void exported(PersonExported event) {
        Account account = event.account();
        log.record(
                account.company(),
                actors.current(),
                AuditAction.PERSON_EXPORTED,
                account.displayName() + " (" + account.userName() + ")",
                List.of());
    }

    @EventListener
    void secondFactor(SecondFactorChanged event) {
        AuditAction action =
                switch (event.what()) {
                    case ON -> AuditAction.SECOND_FACTOR_ON;
                    case OFF -> AuditAction.SECOND_FACTOR_OFF;
                    case CODES_MADE -> AuditAction.RECOVERY_CODES_MADE;
                };
        String whose =
                people.of(event.company()).stream()
                        .filter(account -> account.id().equals(event.person()))
                        .map(Account::displayName)
                        .findFirst()
                        .orElseGet(event.person()::text);
        log.record(event.company(), actors.current(), action, whose, List.of());
    }

    @EventListener
    void passkey(PasskeyChanged event) {
        log.record(
                event.company(),
                actors.current(),
                event.added() ? AuditAction.PASSKEY_ADDED : AuditAction.PASSKEY_REMOVED,
                event.label(),
                List.of());
    }

    @EventListener
    void codeRefused(CodeRefused event) {
        Account account = event.account();
        log.record(
                account.company(),
                actors.of(account),
                AuditAction.CODE_REFUSED,
                account.displayName(),
                List.of());
    }
}
