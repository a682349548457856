package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.MailboxStage.Hearing;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;

/** A person hears the messages of a mailbox by phone. */
final class MessageHearing {
    /** How long the list of messages is waited for. */
    private static final Duration LIST = Duration.ofSeconds(10);

    /** How long a key is waited for, the message and the question included. */
    private static final Duration KEY = CallEffect.LONGEST_MESSAGE.plusSeconds(30);

    private static final int LONGEST_EXTENSION = 6;
    private static final String OPTIONS_KEY = "voicemail-options-key";

    /** While good-bye is said, and a little longer, a key still counts. */
    private static final int LAST_CHANCE_MILLIS = 2_000;

    private MessageHearing() {}

    /** A person on his own phone: no PIN. */
    static void enter(Turn turn) {
        turn.caller()
                .person()
                .ifPresentOrElse(
                        person -> {
                            turn.answerCaller();
                            open(turn, MailboxId.of(person));
                        },
                        () -> Farewell.fail(turn, EndReason.UNKNOWN_NUMBER));
    }

    /** The same, for the mailbox at an extension. */
    static void enter(Turn turn, String extension) {
        Optional<Destination> at = turn.plan().atExtension(extension);
        Optional<PersonId> person = turn.caller().person();
        if (at.isEmpty() || person.isEmpty()) {
            Farewell.fail(turn, EndReason.UNKNOWN_NUMBER);
            return;
        }
        his(turn, at.get(), person.get())
                .ifPresentOrElse(
                        box -> {
                            turn.answerCaller();
                            open(turn, box);
                        },
                        () -> {
                            turn.because(new OnMailbox.NotHis(at.get()));
                            Farewell.fail(turn, EndReason.NOT_ALLOWED);
                        });
    }

    /** His own, that of a group he is in, that of a queue he serves. */
    private static Optional<MailboxId> his(Turn turn, Destination at, PersonId person) {
        if (at instanceof Destination.ToPerson(var id) && id.equals(person)) {
            return Optional.of(MailboxId.of(id));
        }
        if (at instanceof Destination.ToGroup(var id)) {
            return turn.plan()
                    .group(id)
                    .filter(group -> group.members().contains(person))
                    .map(_ -> MailboxId.of(id));
        }
        return at instanceof Destination.ToQueue(var id, int _)
                ? turn.plan()
                        .queue(id)
                        .filter(queue -> queue.agents().contains(person))
                        .map(_ -> MailboxId.of(id))
                : Optional.empty();
    }

    static void open(Turn turn, MailboxId box) {
        turn.because(new Reason.HearsMessages(box));
        ask(turn, box);
    }

    private static void ask(Turn turn, MailboxId box) {
        turn.stage(
                new Hearing(
                        box,
                        List.of(),
                        -1,
                        Optional.empty(),
                        Optional.empty(),
                        new CallEffect.Hears.Nothing(),
                        turn.at().plus(LIST)));
        turn.lastly(new CallEffect.ListMessages(turn.caller().id(), box));
    }

    static void listed(Turn turn, Hearing hearing, List<WaitingMessage> messages) {
        if (hearing.listed()) {
            return;
        }
        Hearing now =
                new Hearing(
                        hearing.box(),
                        messages,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        hearing.hears(),
                        turn.at());
        if (messages.isEmpty()) {
            say(turn, now, last("voicemail-none", OPTIONS_KEY));
            return;
        }
        boolean fresh = messages.stream().anyMatch(message -> !message.heard());
        play(turn, now, fresh ? "voicemail-new" : "voicemail-old");
    }

    /** What is said last, and then nothing for as long as a key may still come. */
    private static Stream<CallSound> last(String... names) {
        return Stream.concat(prompts(names), Stream.of(new CallSound.Pause(LAST_CHANCE_MILLIS)));
    }

    private static void play(Turn turn, Hearing at, String... before) {
        if (at.atEnd()) {
            say(turn, at, Stream.concat(prompts(before), last("voicemail-end")));
            return;
        }
        WaitingMessage message = at.messages().get(at.current());
        say(
                turn,
                at,
                Stream.concat(
                        prompts(before),
                        Stream.concat(
                                MessageWords.about(turn, message),
                                Stream.of(
                                        new CallSound.Message(message.id()),
                                        new CallSound.Prompt("voicemail-keys"),
                                        new CallSound.Prompt(OPTIONS_KEY)))));
        turn.lastly(new CallEffect.MarkHeard(turn.caller().id(), message.id()));
    }

    private static void say(Turn turn, Hearing at, Stream<CallSound> sounds) {
        turn.stage(at.hearing(turn.programme(false, sounds.toList()), turn.at().plus(KEY)));
    }

    private static Stream<CallSound> prompts(String... names) {
        return Stream.of(names).map(CallSound.Prompt::new);
    }

    static void key(Turn turn, Hearing hearing, char digit) {
        if (hearing.forwardTo().isPresent()) {
            typed(turn, hearing, hearing.forwardTo().get(), digit);
        } else if (hearing.listed()) {
            pressed(turn, hearing, digit);
        }
    }

    private static void pressed(Turn turn, Hearing hearing, char digit) {
        switch (digit) {
            case '0' -> MailboxOptions.open(turn, hearing.box());
            case '5' -> takeBack(turn, hearing);
            case '#' -> turn.endAll(EndReason.HUNG_UP);
            default -> {
                if (!hearing.atEnd()) {
                    about(turn, hearing, hearing.messages().get(hearing.current()), digit);
                }
            }
        }
    }

    private static void about(Turn turn, Hearing hearing, WaitingMessage message, char digit) {
        switch (digit) {
            case '1' -> play(turn, hearing);
            case '2' -> play(turn, hearing.at(hearing.current() + 1));
            case '3' -> {
                turn.effect(new CallEffect.DropMessage(turn.caller().id(), message.id()));
                Hearing next = hearing.at(hearing.current() + 1);
                play(turn, next.dropped(Optional.of(message.id())), "voicemail-deleted");
            }
            case '4' -> callBack(turn, hearing, message);
            case '6' -> say(turn, hearing.forwardTo(Optional.of("")), prompts("voicemail-forward"));
            default -> {}
        }
    }

    /** A number outside costs money: not for whoever came by a PIN alone. */
    private static void callBack(Turn turn, Hearing hearing, WaitingMessage message) {
        boolean outside = message.callBack() instanceof Destination.ToOutside;
        if (outside && turn.caller().person().isEmpty()) {
            say(turn, hearing, prompts("call-forbidden", "voicemail-keys"));
            return;
        }
        turn.because(new Reason.CallsBack(message.callBack()));
        Routing.go(turn, message.callBack(), "");
    }

    private static void takeBack(Turn turn, Hearing hearing) {
        hearing.dropped()
                .ifPresent(message -> {
                    turn.effect(new CallEffect.RestoreMessage(turn.caller().id(), message));
                    int place =
                            hearing.messages().stream()
                                    .map(WaitingMessage::id)
                                    .toList()
                                    .indexOf(message);
                    play(turn, hearing.at(place).dropped(Optional.empty()), "voicemail-restored");
                });
    }

    private static void typed(Turn turn, Hearing hearing, String so, char digit) {
        Hearing done = hearing.forwardTo(Optional.empty());
        switch (digit) {
            case '*' -> say(turn, done, prompts("voicemail-keys"));
            case '#' -> forward(turn, done, so);
            default -> {
                if (so.length() < LONGEST_EXTENSION) {
                    turn.stage(
                            hearing.forwardTo(Optional.of(so + digit))
                                    .hearing(new CallEffect.Hears.Nothing(), turn.at().plus(KEY)));
                }
            }
        }
    }

    private static void forward(Turn turn, Hearing hearing, String extension) {
        Optional<MailboxId> box =
                turn.plan()
                        .atExtension(extension)
                        .flatMap(to -> MessageTaking.boxAt(turn.plan(), to));
        if (box.isEmpty()) {
            say(turn, hearing, prompts("voicemail-no-mailbox", "voicemail-keys"));
            return;
        }
        MessageId message = hearing.messages().get(hearing.current()).id();
        turn.because(new OnMailbox.Forwards(box.get()));
        turn.effect(new CallEffect.ForwardMessage(turn.caller().id(), message, box.get()));
        say(turn, hearing, prompts("voicemail-forwarded", "voicemail-keys"));
    }

    static void playEnded(Turn turn, Hearing hearing, PlayId play) {
        boolean last =
                hearing.hears() instanceof CallEffect.Hears.Programme said
                        && said.play().equals(play);
        if (last && hearing.listed() && hearing.atEnd()) {
            turn.endAll(EndReason.HUNG_UP);
        }
    }

    /** The page is back, or he comes from the options: the messages as they are now. */
    static void again(Turn turn, MailboxId box) {
        ask(turn, box);
    }
}
