package org.sonnerie.pbx.runtime;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.MailboxEffect;
import org.sonnerie.pbx.call.MailboxTold;
import org.sonnerie.pbx.call.WaitingMessage;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.MailboxId;

/** Does what a call wants of a mailbox itself. Used by the call's thread. */
final class MailboxEffects {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxEffects.class);

    private final CallId call;
    private final CompanyPlan plan;
    private final World world;
    private final CallLoop loop;

    MailboxEffects(CallId call, CompanyPlan plan, World world, CallLoop loop) {
        this.call = call;
        this.plan = plan;
        this.world = world;
        this.loop = loop;
    }

    void perform(MailboxEffect effect) {
        Greetings greetings = world.stores().greetings();
        switch (effect) {
            case MailboxEffect.AskMailbox order -> ask(greetings, order);
            case MailboxEffect.RecordGreeting order -> record(greetings, order);
            case MailboxEffect.KeepGreeting(_, var box, var kind, var greeting) ->
                    greetings.keep(plan.company(), box, kind, greeting);
            case MailboxEffect.RemoveGreetings(_, var box) -> {
                greetings.remove(plan.company(), box, GreetingKind.USUAL);
                greetings.remove(plan.company(), box, GreetingKind.ABSENT);
            }
            case MailboxEffect.RemoveName(_, var box) ->
                    greetings.remove(plan.company(), box, GreetingKind.NAME);
            case MailboxEffect.SetAbsence(_, var box, var until) ->
                    greetings.away(plan.company(), box, until);
        }
    }

    /** The database may take its time, the call must not wait for it. */
    private void ask(Greetings greetings, MailboxEffect.AskMailbox order) {
        Thread.ofVirtual()
                .name("mailbox-" + call)
                .start(() -> {
                    try {
                        var facts = greetings.facts(plan.company(), order.box());
                        loop.post(new MailboxTold(loop.now(), order.leg(), order.box(), facts));
                    } catch (RuntimeException away) {
                        // The caller is greeted as usual when nothing is told.
                        LOG.error("call={} nothing is known of a mailbox", call, away);
                    }
                });
    }

    /** The database may take its time, the call must not wait for it. */
    void list(LegId leg, MailboxId box) {
        Thread.ofVirtual()
                .name("voicemail-list-" + call)
                .start(() -> {
                    try {
                        var messages =
                                world.mailboxes().waiting(plan.company(), box).stream()
                                        .map(this::waiting)
                                        .toList();
                        loop.post(new CallEvent.MessagesListed(loop.now(), leg, messages));
                    } catch (RuntimeException away) {
                        // The call ends by itself when the list does not come.
                        LOG.error("call={} messages cannot be listed", call, away);
                    }
                });
    }

    private WaitingMessage waiting(Mailboxes.Kept kept) {
        var number = kept.caller().number();
        return new WaitingMessage(
                kept.id(),
                kept.heard(),
                Dialling.read(plan, number),
                Optional.of(kept.left()),
                Optional.of(number).filter(known -> !known.isEmpty()));
    }

    private void record(Greetings greetings, MailboxEffect.RecordGreeting order) {
        try {
            var file = greetings.begin(plan.company(), order.greeting());
            world.media().startRecording(order.leg(), order.greeting(), file);
        } catch (UncheckedIOException e) {
            LOG.error("call={} no greeting can be recorded: {}", call, e.getMessage());
            loop.post(
                    new CallEvent.MessageRecorded(
                            loop.now(), order.leg(), order.greeting(), Duration.ZERO));
        }
    }
}
