package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.Stage.Hearing;
import org.sonnerie.pbx.plan.MailboxId;

/** A person hears the messages of his own mailbox by phone. */
final class MessageHearing {
    /** How long the list of messages is waited for. */
    private static final Duration LIST = Duration.ofSeconds(10);

    /** How long a key is waited for, the message and the question included. */
    private static final Duration KEY = CallEffect.LONGEST_MESSAGE.plusSeconds(30);

    private MessageHearing() {}

    static void enter(Turn turn) {
        turn.caller()
                .person()
                .ifPresentOrElse(
                        person -> {
                            turn.answerCaller();
                            MailboxId box = MailboxId.of(person);
                            turn.because(new Reason.HearsMessages(box));
                            ask(turn, box);
                        },
                        () -> Farewell.fail(turn, EndReason.UNKNOWN_NUMBER));
    }

    private static void ask(Turn turn, MailboxId box) {
        turn.stage(
                new Hearing(
                        box, List.of(), -1, new CallEffect.Hears.Nothing(), turn.at().plus(LIST)));
        turn.lastly(new CallEffect.ListMessages(turn.caller().id(), box));
    }

    static void listed(Turn turn, Hearing hearing, List<WaitingMessage> messages) {
        if (hearing.current() >= 0) {
            return;
        }
        if (messages.isEmpty()) {
            Farewell.bid(turn, EndReason.HUNG_UP, List.of(new CallSound.Prompt("voicemail-none")));
            return;
        }
        boolean fresh = messages.stream().anyMatch(message -> !message.heard());
        String first = fresh ? "voicemail-new" : "voicemail-old";
        play(turn, new Hearing(hearing.box(), messages, 0, hearing.hears(), turn.at()), first);
    }

    private static void play(Turn turn, Hearing at, String... before) {
        if (at.current() >= at.messages().size()) {
            List<CallSound> end = new ArrayList<>(prompts(before));
            end.add(new CallSound.Prompt("voicemail-end"));
            Farewell.bid(turn, EndReason.HUNG_UP, end);
            return;
        }
        WaitingMessage message = at.messages().get(at.current());
        List<CallSound> sounds = new ArrayList<>(prompts(before));
        sounds.add(new CallSound.Message(message.id()));
        sounds.add(new CallSound.Prompt("voicemail-keys"));
        turn.stage(
                new Hearing(
                        at.box(),
                        at.messages(),
                        at.current(),
                        turn.programme(false, sounds),
                        turn.at().plus(KEY)));
        turn.lastly(new CallEffect.MarkHeard(turn.caller().id(), message.id()));
    }

    private static List<CallSound> prompts(String... names) {
        return List.of(names).stream().<CallSound>map(CallSound.Prompt::new).toList();
    }

    static void key(Turn turn, Hearing hearing, char digit) {
        if (hearing.current() < 0) {
            return;
        }
        WaitingMessage message = hearing.messages().get(hearing.current());
        switch (digit) {
            case '1' -> play(turn, hearing);
            case '2' -> play(turn, hearing.next());
            case '3' -> {
                turn.effect(new CallEffect.DropMessage(turn.caller().id(), message.id()));
                play(turn, hearing.next(), "voicemail-deleted");
            }
            case '4' -> {
                turn.because(new Reason.CallsBack(message.callBack()));
                Routing.go(turn, message.callBack(), "");
            }
            case '#' -> turn.endAll(EndReason.HUNG_UP);
            default -> {}
        }
    }

    static void timedOut(Turn turn) {
        turn.endAll(EndReason.HUNG_UP);
    }

    /** The page is back: the messages as they are now. */
    static void again(Turn turn, Hearing hearing) {
        ask(turn, hearing.box());
    }
}
