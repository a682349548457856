package org.sonnerie.pbx.call;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.call.Tending.Step;
import org.sonnerie.pbx.plan.MailboxId;

/**
 * Whoever is in a mailbox sees to its greetings, and to his name, by phone. What was recorded is
 * used only once he says so.
 */
final class MailboxOptions {

    /** How long a key is waited for, the question included. */
    private static final Duration KEY = Duration.ofSeconds(60);

    /** The instruction and the tone; then it is recorded even if their end is not told. */
    private static final Duration TONE = Duration.ofSeconds(20);

    /** The longest greeting: callers want to leave a message. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    /** How long the relay may take to close a file. */
    private static final Duration ENDING = Duration.ofSeconds(10);

    private static final Duration NOTHING = Duration.ofMillis(500);

    private MailboxOptions() {}

    static void open(Turn turn, MailboxId box, String... before) {
        say(
                turn,
                new Tending(box, Step.OPTIONS, GreetingKind.USUAL, Optional.empty()),
                KEY,
                Stream.concat(Stream.of(before), options(box)).map(CallSound.Prompt::new));
    }

    private static Stream<String> options(MailboxId box) {
        return hasName(box)
                ? Stream.of("voicemail-options", "voicemail-options-name", "voicemail-options-back")
                : Stream.of("voicemail-options", "voicemail-options-back");
    }

    private static boolean hasName(MailboxId box) {
        return box.owner() == MailboxId.Owner.PERSON;
    }

    private static void say(
            Turn turn, Tending at, Duration patience, Stream<? extends CallSound> sounds) {
        Hears said = turn.programme(false, sounds.<CallSound>map(sound -> sound).toList());
        turn.stage(at.hearing(said, turn.at().plus(patience)));
    }

    static void key(Turn turn, Tending at, char digit) {
        switch (at.step()) {
            case OPTIONS -> chosen(turn, at, digit);
            case TONE -> {
                if (digit == '*') {
                    open(turn, at.box());
                }
            }
            case RECORDING -> {
                if (digit == '#') {
                    finish(turn, at);
                }
            }
            case ENDING -> {}
            case REVIEW -> reviewed(turn, at, digit);
            case DATE -> typed(turn, at, digit);
        }
    }

    private static void chosen(Turn turn, Tending at, char digit) {
        switch (digit) {
            case '1' -> instruct(turn, at.box(), GreetingKind.USUAL);
            case '2' -> instruct(turn, at.box(), GreetingKind.ABSENT);
            case '3' -> askDate(turn, at.box());
            case '4' -> {
                turn.effect(new MailboxEffect.RemoveGreetings(turn.caller().id(), at.box()));
                turn.because(new OnMailbox.GreetingsRemoved(at.box()));
                open(turn, at.box(), "voicemail-greeting-standard");
            }
            case '5' -> {
                if (hasName(at.box())) {
                    instruct(turn, at.box(), GreetingKind.NAME);
                }
            }
            case '6' -> {
                if (hasName(at.box())) {
                    turn.effect(new MailboxEffect.RemoveName(turn.caller().id(), at.box()));
                    turn.because(new OnMailbox.NameRemoved(at.box()));
                    open(turn, at.box(), "voicemail-name-removed");
                }
            }
            case '*' -> MessageHearing.again(turn, at.box());
            case '#' -> turn.endAll(EndReason.HUNG_UP);
            default -> {}
        }
    }

    private static void instruct(Turn turn, MailboxId box, GreetingKind kind) {
        say(
                turn,
                new Tending(box, Step.TONE, kind, Optional.empty()),
                TONE,
                Stream.of(
                        new CallSound.Prompt(
                                switch (kind) {
                                    case USUAL, ABSENT -> "voicemail-greeting-record";
                                    case NAME -> "voicemail-name-record";
                                }),
                        new CallSound.Tone(ToneKind.BEEP)));
    }

    private static void record(Turn turn, Tending at) {
        MessageId greeting = turn.greeting();
        turn.stage(
                new Tending(at.box(), Step.RECORDING, at.kind(), Optional.of(greeting))
                        .at(Step.RECORDING, turn.at().plus(longest(at.kind()))));
        LegId leg = turn.caller().id();
        turn.lastly(
                switch (at.kind()) {
                    case USUAL, ABSENT -> new MailboxEffect.RecordGreeting(leg, greeting);
                    case NAME -> new NameEffect.RecordName(leg, greeting, Optional.empty());
                });
    }

    /** The relay ends a name before. */
    private static Duration longest(GreetingKind kind) {
        return switch (kind) {
            case USUAL, ABSENT -> LONGEST;
            case NAME -> NameEffect.LONGEST.plusSeconds(2);
        };
    }

    private static void finish(Turn turn, Tending at) {
        turn.stage(at.at(Step.ENDING, turn.at().plus(ENDING)));
        at.greeting().ifPresent(greeting -> turn.lastly(stop(turn, greeting)));
    }

    private static CallEffect stop(Turn turn, MessageId greeting) {
        return new CallEffect.StopRecording(turn.caller().id(), greeting);
    }

    /** The relay has closed the file. */
    static void recorded(Turn turn, Tending at, CallEvent.MessageRecorded event) {
        if (!at.records() || !at.greeting().equals(Optional.of(event.message()))) {
            return;
        }
        if (event.length().compareTo(NOTHING) < 0) {
            open(turn, at.box(), "voicemail-greeting-nothing");
        } else {
            review(turn, at, at.kind() == GreetingKind.NAME ? spoken(at) : Stream.empty());
        }
    }

    private static Stream<CallSound> spoken(Tending at) {
        return at.greeting().stream().map(CallSound.Message::new);
    }

    private static void review(Turn turn, Tending at, Stream<CallSound> before) {
        say(
                turn,
                new Tending(at.box(), Step.REVIEW, at.kind(), at.greeting()),
                KEY.plus(LONGEST),
                Stream.concat(
                        before,
                        Stream.of(
                                new CallSound.Prompt(
                                        switch (at.kind()) {
                                            case USUAL, ABSENT -> "voicemail-greeting-review";
                                            case NAME -> "voicemail-name-review";
                                        }))));
    }

    private static void reviewed(Turn turn, Tending at, char digit) {
        switch (digit) {
            case '1', '#' -> at.greeting().ifPresent(greeting -> keep(turn, at, greeting));
            case '2' -> review(turn, at, spoken(at));
            case '3' -> instruct(turn, at.box(), at.kind());
            case '*' -> open(turn, at.box());
            default -> {}
        }
    }

    private static void keep(Turn turn, Tending at, MessageId greeting) {
        turn.effect(
                new MailboxEffect.KeepGreeting(turn.caller().id(), at.box(), at.kind(), greeting));
        turn.because(new OnMailbox.GreetingKept(at.box(), at.kind()));
        switch (at.kind()) {
            case USUAL -> open(turn, at.box(), "voicemail-greeting-kept");
            case ABSENT -> askDate(turn, at.box(), "voicemail-greeting-kept");
            case NAME -> open(turn, at.box(), "voicemail-name-kept");
        }
    }

    private static void askDate(Turn turn, MailboxId box, String... before) {
        say(
                turn,
                new Tending(box, Step.DATE, GreetingKind.ABSENT, Optional.empty()),
                KEY,
                Stream.concat(Stream.of(before), Stream.of("voicemail-away-until"))
                        .map(CallSound.Prompt::new));
    }

    private static void typed(Turn turn, Tending at, char digit) {
        switch (digit) {
            case '*' -> open(turn, at.box());
            case '#' -> dated(turn, at);
            default -> {
                if (Character.isDigit(digit) && at.typed().length() < LastDay.DIGITS) {
                    turn.stage(at.typed(at.typed() + digit, turn.at().plus(KEY)));
                }
            }
        }
    }

    /** Nothing typed: he is not away. */
    private static void dated(Turn turn, Tending at) {
        Optional<LocalDate> until = LastDay.read(at.typed(), turn.today());
        if (until.isEmpty() && !at.typed().isEmpty()) {
            askDate(turn, at.box(), "voicemail-away-wrong");
            return;
        }
        turn.effect(new MailboxEffect.SetAbsence(turn.caller().id(), at.box(), until));
        turn.because(new OnMailbox.AbsenceSet(at.box(), until));
        open(turn, at.box(), until.isPresent() ? "voicemail-away-set" : "voicemail-away-over");
    }

    static void playEnded(Turn turn, Tending at, PlayId play) {
        boolean instructed =
                at.step() == Step.TONE
                        && at.hears() instanceof Hears.Programme said
                        && said.play().equals(play);
        if (instructed) {
            record(turn, at);
        }
    }

    static void timedOut(Turn turn, Tending at) {
        switch (at.step()) {
            case TONE -> record(turn, at);
            case RECORDING -> finish(turn, at);
            case ENDING -> turn.endAll(EndReason.NO_MEDIA);
            case OPTIONS, REVIEW, DATE -> turn.endAll(EndReason.HUNG_UP);
        }
    }

    /** The page is back: what was being recorded is not whole, so it begins anew. */
    static void again(Turn turn, Tending at) {
        if (at.records()) {
            at.greeting().ifPresent(greeting -> turn.effect(stop(turn, greeting)));
        }
        if (at.step() == Step.REVIEW) {
            review(turn, at, Stream.empty());
        } else {
            open(turn, at.box());
        }
    }
}
