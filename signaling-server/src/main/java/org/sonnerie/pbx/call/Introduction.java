package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.call.Introducing.Step;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.plan.RoomRules;

/** How somebody who comes to a room that announces names gets his, and how it is said there. */
final class Introduction {
    /** How long it is waited for whether he has recorded it; then he is asked for it. */
    private static final Duration ASKING = Duration.ofSeconds(2);

    /** The question and the tone; then it is recorded even if their end is not told. */
    private static final Duration TONE = Duration.ofSeconds(20);

    /** The relay ends it before. */
    private static final Duration RECORDING = NameEffect.LONGEST.plusSeconds(2);

    /** How long the relay may take to close a file. */
    private static final Duration ENDING = Duration.ofSeconds(5);

    /** Shorter than any name. */
    private static final Duration NOTHING = Duration.ofMillis(200);

    private Introduction() {}

    static boolean wanted(Turn turn, RoomId room) {
        return turn.plan()
                .room(room)
                .filter(one -> one.rules().announce() == RoomRules.Announce.NAMES)
                .isPresent();
    }

    static void begin(Turn turn, RoomId room, SecretRole role) {
        Introducing at =
                new Introducing(
                        room,
                        role,
                        Step.ASKING,
                        Optional.empty(),
                        new Hears.Nothing(),
                        turn.at().plus(ASKING));
        Optional<PersonId> person = turn.caller().person();
        if (person.isEmpty()) {
            instruct(turn, at);
            return;
        }
        turn.stage(at);
        turn.lastly(new NameEffect.AskNames(turn.caller().id(), List.of(person.get())));
    }

    static void told(Turn turn, Introducing at, NamesTold event) {
        if (at.step() != Step.ASKING) {
            return;
        }
        turn.caller()
                .person()
                .map(event.byPerson()::get)
                .ifPresentOrElse(
                        name -> {
                            turn.because(
                                    new RoomReason.Introduced(
                                            at.room(), RoomReason.Introduced.How.RECORDED));
                            RoomStay.begin(turn, at.room(), at.role(), Optional.of(name));
                        },
                        () -> instruct(turn, at));
    }

    private static void instruct(Turn turn, Introducing at) {
        say(turn, at, new CallSound.Prompt("conference-say-name"), beep());
    }

    private static CallSound beep() {
        return new CallSound.Tone(ToneKind.BEEP);
    }

    private static void say(Turn turn, Introducing at, CallSound... sounds) {
        Hears said = turn.programme(false, List.of(sounds));
        turn.stage(at.at(Step.TONE, Optional.empty(), said, turn.at().plus(TONE)));
    }

    /** Whoever knows what he is asked need not hear it. */
    static void key(Turn turn, Introducing at, char digit) {
        if (digit == '#' && at.step() == Step.TONE) {
            say(turn, at, beep());
        } else if (digit == '#' && at.step() == Step.RECORDING) {
            finish(turn, at);
        }
    }

    static void playEnded(Turn turn, Introducing at, PlayId play) {
        boolean asked =
                at.step() == Step.TONE
                        && at.hears() instanceof Hears.Programme said
                        && said.play().equals(play);
        if (asked) {
            record(turn, at);
        }
    }

    private static void record(Turn turn, Introducing at) {
        MessageId name = turn.greeting();
        turn.stage(
                at.at(
                        Step.RECORDING,
                        Optional.of(name),
                        new Hears.Nothing(),
                        turn.at().plus(RECORDING)));
        turn.lastly(new NameEffect.RecordName(turn.caller().id(), name, Optional.of(at.room())));
    }

    private static void finish(Turn turn, Introducing at) {
        turn.stage(at.at(Step.ENDING, at.name(), at.hears(), turn.at().plus(ENDING)));
        at.name().ifPresent(name -> turn.lastly(stop(turn, name)));
    }

    private static CallEffect stop(Turn turn, MessageId name) {
        return new CallEffect.StopRecording(turn.caller().id(), name);
    }

    /** The relay has closed the file. */
    static void recorded(Turn turn, Introducing at, CallEvent.MessageRecorded event) {
        if (at.records() && at.name().equals(Optional.of(event.message()))) {
            enter(turn, at, at.name().filter(_ -> event.length().compareTo(NOTHING) >= 0));
        }
    }

    private static void enter(Turn turn, Introducing at, Optional<MessageId> name) {
        RoomReason.Introduced.How how =
                name.isPresent()
                        ? RoomReason.Introduced.How.AT_THE_DOOR
                        : RoomReason.Introduced.How.NOT;
        turn.because(new RoomReason.Introduced(at.room(), how));
        RoomStay.begin(turn, at.room(), at.role(), name);
    }

    /** Whatever is not told in time keeps nobody out. */
    static void timedOut(Turn turn, Introducing at) {
        switch (at.step()) {
            case ASKING -> instruct(turn, at);
            case TONE -> record(turn, at);
            case RECORDING -> finish(turn, at);
            case ENDING -> enter(turn, at, Optional.empty());
        }
    }

    /** The page is back: what was being recorded is not whole, so it begins anew. */
    static void again(Turn turn, Introducing at) {
        if (at.records()) {
            at.name().ifPresent(name -> turn.effect(stop(turn, name)));
        }
        begin(turn, at.room(), at.role());
    }

    /** His name in his own voice, or spelled; who has neither is a caller. */
    static CallEffect announcement(Turn turn, LegId leg, Stage.Conferring stay, ToneKind kind) {
        List<CallSound> words = new ArrayList<>();
        stay.name()
                .ifPresentOrElse(
                        name -> words.add(new CallSound.Message(name)),
                        () -> words.addAll(unrecorded(turn, leg)));
        words.add(
                new CallSound.Prompt(
                        kind == ToneKind.ENTER ? "conference-joined" : "conference-left"));
        return new NameEffect.AnnounceInRoom(leg, stay.room(), kind, words);
    }

    /** In the company's language: everybody in the room hears it. */
    private static List<CallSound> unrecorded(Turn turn, LegId leg) {
        return turn.known(leg)
                .flatMap(Leg::person)
                .flatMap(turn.plan()::person)
                .map(Person::name)
                .map(SpokenWords.in(turn.plan().facts().language())::spelled)
                .filter(spelled -> !spelled.isEmpty())
                .orElseGet(() -> List.of(new CallSound.Prompt("conference-a-caller")));
    }
}
