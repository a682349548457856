package org.sonnerie.pbx.audit;

import java.time.Duration;
import java.util.List;
import org.sonnerie.pbx.guests.GuestLink;
import org.sonnerie.pbx.guests.GuestLinkMade;
import org.sonnerie.pbx.guests.GuestLinkRevoked;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.InvitationMailed;
import org.sonnerie.pbx.people.PasswordChosen;
import org.sonnerie.pbx.people.PersonInvited;
import org.sonnerie.pbx.people.PersonRemoved;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.prompts.OwnPrompt;
import org.sonnerie.pbx.prompts.PromptRemoved;
import org.sonnerie.pbx.prompts.PromptsAdded;
import org.sonnerie.pbx.recording.RecordingTouched;
import org.sonnerie.pbx.trunkaccounts.TrunkSecretKept;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what the features say was changed, each within the change's own transaction. */
@Component
class ChangeListener {
    /** A player fetches a recording in many pieces. */
    private static final Duration SAME_HEARING = Duration.ofMinutes(10);

    private static final double MILLIS = 1_000;

    private final AuditLog log;
    private final Actors actors;

    ChangeListener(AuditLog log, Actors actors) {
        this.log = log;
        this.actors = actors;
    }

    @EventListener
    void invited(PersonInvited event) {
        Account account = event.account();
        String who = account.displayName() + " (" + account.userName() + ")";
        if (event.again()) {
            log.record(
                    account.company(),
                    actors.current(),
                    AuditAction.PERSON_INVITED_AGAIN,
                    who,
                    List.of());
        } else {
            log.record(
                    account.company(),
                    actors.current(),
                    AuditAction.PERSON_ADDED,
                    who,
                    "",
                    Keyword.of(account.role()));
        }
    }

    @EventListener
    void invitationMailed(InvitationMailed event) {
        Account account = event.account();
        log.record(
                account.company(),
                actors.current(),
                AuditAction.PERSON_INVITED_BY_MAIL,
                account.displayName() + " (" + account.userName() + ")",
                List.of());
    }

    @EventListener
    void removed(PersonRemoved event) {
        Account account = event.account();
        log.record(
                account.company(),
                actors.current(),
                AuditAction.PERSON_REMOVED,
                account.displayName() + " (" + account.userName() + ")",
                Keyword.of(account.role()),
                "");
    }

    @EventListener
    void passwordChosen(PasswordChosen event) {
        Account account = event.account();
        log.record(
                account.company(),
                actors.of(account),
                AuditAction.PASSWORD_CHOSEN,
                account.displayName(),
                List.of());
    }

    @EventListener
    void trunkSecret(TrunkSecretKept event) {
        log.record(
                event.company(),
                actors.current(),
                AuditAction.TRUNK_SECRET_SET,
                event.trunk().text(),
                List.of());
    }

    @EventListener
    void recording(RecordingTouched event) {
        String subject = event.recording().text();
        switch (event.what()) {
            case FETCHED ->
                    log.recordOnce(
                            event.company(),
                            actors.current(),
                            AuditAction.RECORDING_FETCHED,
                            subject,
                            SAME_HEARING);
            case DELETED -> recording(event, AuditAction.RECORDING_DELETED, subject);
            case RESTORED -> recording(event, AuditAction.RECORDING_RESTORED, subject);
        }
    }

    private void recording(RecordingTouched event, AuditAction action, String subject) {
        log.record(event.company(), actors.current(), action, subject, List.of());
    }

    @EventListener
    void promptsAdded(PromptsAdded event) {
        List<AuditChange> changes = event.prompts().stream().map(ChangeListener::added).toList();
        if (event.pack()) {
            log.record(
                    event.company(),
                    actors.current(),
                    AuditAction.PROMPT_PACK_TAKEN,
                    String.valueOf(changes.size()),
                    changes);
        } else {
            for (AuditChange change : changes) {
                log.record(
                        event.company(),
                        actors.current(),
                        AuditAction.PROMPT_ADDED,
                        change.what(),
                        change.before(),
                        change.after());
            }
        }
    }

    private static AuditChange added(PromptsAdded.Added added) {
        return new AuditChange(
                added.now().name(),
                added.before().map(ChangeListener::length).orElse(""),
                length(added.now()));
    }

    private static String length(OwnPrompt prompt) {
        return prompt.length().toMillis() / MILLIS + " s";
    }

    @EventListener
    void promptRemoved(PromptRemoved event) {
        log.record(
                event.company(),
                actors.current(),
                AuditAction.PROMPT_REMOVED,
                event.prompt().name(),
                length(event.prompt()),
                "");
    }

    @EventListener
    void guestLinkMade(GuestLinkMade event) {
        GuestLink link = event.link();
        log.record(
                link.company(),
                actors.current(),
                AuditAction.GUEST_LINK_MADE,
                link.room().text(),
                "",
                link.id() + ", " + link.expires());
    }

    @EventListener
    void guestLinkRevoked(GuestLinkRevoked event) {
        log.record(
                event.company(),
                actors.current(),
                AuditAction.GUEST_LINK_REVOKED,
                event.id(),
                List.of());
    }
}
