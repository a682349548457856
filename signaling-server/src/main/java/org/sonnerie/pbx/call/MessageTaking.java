package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.call.Stage.Leaving;
import org.sonnerie.pbx.call.Stage.Leaving.Step;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.RingGroup;

/**
 * A caller leaves a message. Whatever has been recorded is kept, however the call ends, unless he
 * himself throws it away.
 */
final class MessageTaking {
    /**
     * How long it is waited for how the mailbox stands; then it is as if nobody had said anything.
     */
    private static final Duration ASKING = Duration.ofSeconds(3);

    /** Longer than any greeting is. */
    private static final Duration GREETING = Duration.ofMinutes(2);

    /** Longer than a message may be: the relay ends it before. */
    private static final Duration RECORDING = CallEffect.LONGEST_MESSAGE.plusSeconds(15);

    /** How long the relay may take to close a file. */
    private static final Duration ENDING = Duration.ofSeconds(10);

    /** How long a key is waited for, the question included. */
    private static final Duration REVIEW = Duration.ofSeconds(20);

    private static final Duration NOTHING = Duration.ofMillis(500);

    private MessageTaking() {}

    /**
     * The mailbox at the end of a chain.
     *
     * @param turn the turn
     * @param whom who was called in vain
     * @return false: there is none, or the call goes back to who handed it on
     */
    static boolean takes(Turn turn, Destination whom) {
        boolean goesBack = turn.path().handover().filter(Handover::returns).isPresent();
        boolean heard = turn.caller().person().isEmpty() || !turn.caller().lost();
        if (turn.inAside() || goesBack || !heard) {
            return false;
        }
        Optional<MailboxId> box = boxOf(turn, whom);
        box.ifPresent(found -> enter(turn, found));
        return box.isPresent();
    }

    private static Optional<MailboxId> boxOf(Turn turn, Destination whom) {
        // A queue leads to its mailbox by its own rules.
        return whom instanceof Destination.ToQueue ? Optional.empty() : boxAt(turn.plan(), whom);
    }

    /** The mailbox of who stands somewhere. */
    static Optional<MailboxId> boxAt(CompanyPlan plan, Destination whom) {
        if (whom instanceof Destination.ToPerson(var id)) {
            return plan.person(id).filter(Person::voicemail).map(_ -> MailboxId.of(id));
        }
        if (whom instanceof Destination.ToQueue(var id, int _)) {
            return plan.queue(id).filter(Queue::voicemail).map(_ -> MailboxId.of(id));
        }
        return whom instanceof Destination.ToGroup(var id)
                ? plan.group(id).filter(RingGroup::voicemail).map(_ -> MailboxId.of(id))
                : Optional.empty();
    }

    static void enter(Turn turn, MailboxId box) {
        turn.answerCaller();
        turn.taken();
        turn.because(new Reason.TakesMessage(box));
        ask(turn, box, 0);
    }

    /** How does the mailbox stand? */
    private static void ask(Turn turn, MailboxId box, int recordings) {
        turn.stage(
                new Leaving(box, Step.ASKING, recordings)
                        .hearing(Optional.empty(), turn.at().plus(ASKING)));
        turn.lastly(new MailboxEffect.AskMailbox(turn.caller().id(), box));
    }

    static void told(Turn turn, Leaving leaving, MailboxTold event) {
        if (leaving.step() == Step.ASKING && event.box().equals(leaving.box())) {
            receive(turn, leaving, event.facts());
        }
    }

    private static void receive(Turn turn, Leaving leaving, MailboxFacts facts) {
        if (facts.full()) {
            turn.because(new OnMailbox.Full(leaving.box()));
            Farewell.bid(turn, EndReason.HUNG_UP, List.of(prompt("voicemail-full")));
            return;
        }
        CallSound greeting = Greeting.of(turn, leaving.box(), facts);
        Leaving next = new Leaving(leaving.box(), Step.GREETING, leaving.recordings());
        say(turn, next, GREETING, greeting, beep());
    }

    private static void say(Turn turn, Leaving at, Duration patience, CallSound... sounds) {
        turn.stage(
                at.hearing(
                        Optional.of(turn.programme(false, List.of(sounds))),
                        turn.at().plus(patience)));
    }

    private static CallSound prompt(String name) {
        return new CallSound.Prompt(name);
    }

    private static CallSound beep() {
        return new CallSound.Tone(ToneKind.BEEP);
    }

    static void playEnded(Turn turn, Leaving leaving, PlayId play) {
        if (leaving.hears().filter(said -> said.play().equals(play)).isEmpty()) {
            return;
        }
        switch (leaving.step()) {
            case GREETING -> record(turn, leaving);
            case REVIEW -> turn.stage(leaving.hearing(Optional.empty(), leaving.until()));
            case ASKING, RECORDING, ENDING -> {}
        }
    }

    private static void record(Turn turn, Leaving leaving) {
        Leaving next = new Leaving(leaving.box(), Step.RECORDING, leaving.recordings() + 1);
        turn.stage(next.hearing(Optional.empty(), turn.at().plus(RECORDING)));
        Leg caller = turn.caller();
        Named who = Sight.named(turn.plan(), caller.who());
        turn.lastly(
                new CallEffect.RecordMessage(caller.id(), turn.message(next), leaving.box(), who));
    }

    static void key(Turn turn, Leaving leaving, char digit) {
        switch (leaving.step()) {
            case GREETING -> {
                if (digit == '#') {
                    say(turn, leaving, GREETING, beep());
                }
            }
            case RECORDING -> {
                if (digit == '#') {
                    turn.stage(
                            new Leaving(leaving.box(), Step.ENDING, leaving.recordings())
                                    .hearing(Optional.empty(), turn.at().plus(ENDING)));
                    turn.lastly(
                            new CallEffect.StopRecording(
                                    turn.caller().id(), turn.message(leaving)));
                }
            }
            case REVIEW -> reviewed(turn, leaving, digit);
            case ASKING, ENDING -> {}
        }
    }

    private static void reviewed(Turn turn, Leaving leaving, char digit) {
        switch (digit) {
            case '1', '#' -> kept(turn, leaving, false);
            case '2' -> review(turn, leaving, new CallSound.Message(turn.message(leaving)));
            case '3' -> {
                turn.effect(new CallEffect.DropMessage(turn.caller().id(), turn.message(leaving)));
                say(
                        turn,
                        new Leaving(leaving.box(), Step.GREETING, leaving.recordings()),
                        GREETING,
                        beep());
            }
            case '4' -> kept(turn, leaving, true);
            default -> {}
        }
    }

    private static void kept(Turn turn, Leaving leaving, boolean urgent) {
        if (urgent) {
            turn.effect(new CallEffect.MarkUrgent(turn.caller().id(), turn.message(leaving)));
        }
        turn.because(new Reason.MessageLeft(leaving.box(), urgent));
        Farewell.bid(turn, EndReason.HUNG_UP, List.of(prompt("voicemail-kept")));
    }

    private static void review(Turn turn, Leaving leaving, CallSound... before) {
        List<CallSound> sounds = new ArrayList<>(List.of(before));
        sounds.add(prompt("voicemail-review"));
        Duration patience = before.length == 0 ? REVIEW : REVIEW.plus(CallEffect.LONGEST_MESSAGE);
        say(
                turn,
                new Leaving(leaving.box(), Step.REVIEW, leaving.recordings()),
                patience,
                sounds.toArray(CallSound[]::new));
    }

    /** The relay has closed the file. */
    static void recorded(Turn turn, Leaving leaving, CallEvent.MessageRecorded event) {
        boolean expected = leaving.step() == Step.RECORDING || leaving.step() == Step.ENDING;
        if (!expected || !event.message().equals(turn.message(leaving))) {
            return;
        }
        if (event.length().compareTo(NOTHING) < 0) {
            turn.because(new Reason.NothingRecorded(leaving.box()));
            Farewell.bid(turn, EndReason.HUNG_UP, List.of(prompt("voicemail-nothing")));
        } else {
            review(turn, leaving);
        }
    }

    static void timedOut(Turn turn, Leaving leaving) {
        switch (leaving.step()) {
            case ASKING -> receive(turn, leaving, MailboxFacts.NONE);
            case GREETING -> record(turn, leaving);
            case RECORDING, ENDING -> turn.endAll(EndReason.NO_MEDIA);
            case REVIEW -> kept(turn, leaving, false);
        }
    }

    /** The page is back: what it could not hear is said again. */
    static void again(Turn turn, Leaving leaving) {
        switch (leaving.step()) {
            case ASKING, GREETING -> ask(turn, leaving.box(), leaving.recordings());
            case REVIEW -> review(turn, leaving);
            case RECORDING, ENDING -> {}
        }
    }
}
