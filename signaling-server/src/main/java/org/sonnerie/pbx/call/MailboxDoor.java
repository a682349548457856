package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.MailboxStage.Identifying;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.MailboxId;

/** The door of a mailbox for whoever calls from anywhere: extension and PIN. */
final class MailboxDoor {
    private static final int ATTEMPTS = 3;
    private static final int LONGEST_EXTENSION = 6;

    /** The question included. */
    private static final Duration FIRST_KEY = Duration.ofSeconds(20);

    private static final Duration NEXT_KEY = Duration.ofSeconds(10);

    /** Longer than anybody types: a PIN whose outcome is not told cannot keep the call. */
    private static final Duration PIN = Duration.ofMinutes(2);

    private MailboxDoor() {}

    static void knock(Turn turn) {
        turn.answerCaller();
        turn.because(new OnMailbox.Asks());
        askExtension(turn, 0);
    }

    private static void askExtension(Turn turn, int refusals, String... before) {
        turn.stage(
                new Identifying(
                        Optional.empty(),
                        "",
                        refusals,
                        say(
                                turn,
                                Stream.concat(Stream.of(before), Stream.of("voicemail-extension"))),
                        turn.at().plus(FIRST_KEY)));
    }

    private static Hears say(Turn turn, Stream<String> prompts) {
        return turn.programme(false, prompts.<CallSound>map(CallSound.Prompt::new).toList());
    }

    static void key(Turn turn, Identifying at, char digit) {
        if (at.extension().isPresent()) {
            return;
        }
        if (digit == '#') {
            askPin(turn, at.typed(), at.refusals());
        } else if (at.typed().length() < LONGEST_EXTENSION) {
            turn.stage(
                    new Identifying(
                            Optional.empty(),
                            at.typed() + digit,
                            at.refusals(),
                            new Hears.Nothing(),
                            turn.at().plus(NEXT_KEY)));
        }
    }

    /** Asked for whether there is such an extension or not: nobody is told which was wrong. */
    private static void askPin(Turn turn, String extension, int refusals) {
        turn.stage(
                new Identifying(
                        Optional.of(extension),
                        "",
                        refusals,
                        say(turn, Stream.of("voicemail-pin")),
                        turn.at().plus(PIN)));
        turn.lastly(new CallEffect.CollectMailboxPin(turn.caller().id(), extension));
    }

    static void accepted(Turn turn, Identifying at) {
        at.extension()
                .flatMap(turn.plan()::atExtension)
                .ifPresent(to -> {
                    if (to instanceof Destination.ToPerson(var person)) {
                        MessageHearing.open(turn, MailboxId.of(person));
                    }
                });
    }

    static void refused(Turn turn, Identifying at) {
        int refusals = at.refusals() + 1;
        turn.because(new OnMailbox.Refused(refusals));
        if (refusals < ATTEMPTS) {
            askExtension(turn, refusals, "voicemail-pin-wrong");
        } else {
            refuse(turn);
        }
    }

    /** Whoever guesses all day is not told whether he is right. */
    static void blocked(Turn turn) {
        turn.because(new OnMailbox.Blocked());
        refuse(turn);
    }

    private static void refuse(Turn turn) {
        Farewell.bid(
                turn, EndReason.WRONG_PIN, List.of(new CallSound.Prompt("conference-refused")));
    }

    /** The page is back: it is asked again. */
    static void again(Turn turn, Identifying at) {
        at.extension()
                .ifPresentOrElse(
                        extension -> askPin(turn, extension, at.refusals()),
                        () -> askExtension(turn, at.refusals()));
    }
}
