package org.sonnerie.pbx.history;

import java.time.LocalDate;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.call.OnMailbox;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.MailboxId;

/** A sentence for each thing that happens at the door of a mailbox and in it. Pure. */
final class MailboxWords {
    private final CompanyPlan plan;

    /**
     * For a plan.
     *
     * @param plan where names stand
     */
    MailboxWords(CompanyPlan plan) {
        this.plan = plan;
    }

    Sentence of(OnMailbox reason) {
        return switch (reason) {
            case OnMailbox.Asks() -> say("mailbox.asks");
            case OnMailbox.Refused(int attempt) -> say("mailbox.refused", attempt);
            case OnMailbox.Blocked() -> say("mailbox.blocked");
            case OnMailbox.NotHis(var whose) ->
                    say("mailbox.not-his", Place.of(plan, whose).sentence());
            case OnMailbox.Forwards(var to) -> say("mailbox.forwards", box(to));
            case OnMailbox.Full(var whose) -> say("mailbox.full", box(whose));
            case OnMailbox.Away(var whose, LocalDate until) ->
                    say("mailbox.away", box(whose), new Phrase.Day(until));
            case OnMailbox.OwnGreeting(var whose) -> say("mailbox.own-greeting", box(whose));
            case OnMailbox.GreetingKept(var whose, var kind) -> say(kept(kind), box(whose));
            case OnMailbox.GreetingsRemoved(var whose) ->
                    say("mailbox.greetings-removed", box(whose));
            case OnMailbox.NameRemoved(var whose) -> say("mailbox.name-removed", box(whose));
            case OnMailbox.AbsenceSet(var whose, var until) ->
                    until.map(day -> say("mailbox.absence", box(whose), new Phrase.Day(day)))
                            .orElseGet(() -> say("mailbox.absence-over", box(whose)));
        };
    }

    private static String kept(GreetingKind kind) {
        return switch (kind) {
            case USUAL -> "mailbox.greeting-kept";
            case ABSENT -> "mailbox.away-greeting-kept";
            case NAME -> "mailbox.name-kept";
        };
    }

    private Sentence box(MailboxId box) {
        return Place.of(plan, new Destination.ToMailbox(box)).sentence();
    }

    private static Sentence say(String key, Object... parts) {
        return Sentence.of("story." + key, parts);
    }
}
