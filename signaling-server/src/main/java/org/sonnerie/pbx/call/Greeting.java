package org.sonnerie.pbx.call;

import java.time.LocalDate;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.plan.MailboxId;

/** Which greeting somebody hears who comes to leave a message. */
final class Greeting {
    private Greeting() {}

    static CallSound of(Turn turn, MailboxId box, MailboxFacts facts) {
        LocalDate today = turn.today();
        Optional<LocalDate> away = facts.awayUntil().filter(last -> !today.isAfter(last));
        away.ifPresent(last -> turn.because(new OnMailbox.Away(box, last)));
        Optional<MessageId> own = away.isPresent() ? facts.absent() : facts.usual();
        own.filter(_ -> away.isEmpty())
                .ifPresent(_ -> turn.because(new OnMailbox.OwnGreeting(box)));
        return own.<CallSound>map(CallSound.Message::new)
                .orElseGet(() -> new CallSound.Prompt(usual(box, away.isPresent())));
    }

    private static String usual(MailboxId box, boolean away) {
        if (box.owner() != MailboxId.Owner.PERSON) {
            return "voicemail-greeting-group";
        }
        return away ? "voicemail-greeting-away" : "voicemail-greeting";
    }
}
