package org.sonnerie.pbx.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.Hears;
import org.sonnerie.pbx.call.DirectoryStage.Browsing;
import org.sonnerie.pbx.call.DirectoryStage.Fetching;
import org.sonnerie.pbx.call.DirectoryStage.Typing;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PersonId;

/** The directory by phone: first letters are typed, names are said, one is taken. */
final class DirectoryTalk {
    private static final int ATTEMPTS = 3;

    /** Whoever presses nothing while so many names are said is not listening. */
    private static final int MOST_UNANSWERED = 10;

    private static final Duration FIRST_KEY = Duration.ofSeconds(8);
    private static final Duration NEXT_KEY = Duration.ofSeconds(3);

    /** How long it is waited for who has recorded his name; then all are spelled. */
    private static final Duration FETCHING = Duration.ofSeconds(1);

    /** After a name was said the next one follows. */
    private static final Duration NEXT_NAME = Duration.ofSeconds(4);

    /** Longer than any of its words are: ones whose end is not told cannot stop it. */
    private static final Duration WORDS = Duration.ofMinutes(2);

    private DirectoryTalk() {}

    static void enter(Turn turn) {
        turn.answerCaller();
        if (DirectoryNames.all(turn.plan()).isEmpty()) {
            turn.because(new DirectoryReason.Empty());
            Farewell.bid(turn, EndReason.NO_CHOICE, List.of(prompt("directory-empty")));
            return;
        }
        ask(turn, 1, List.of());
    }

    private static CallSound prompt(String name) {
        return new CallSound.Prompt(name);
    }

    private static void ask(Turn turn, int attempt, List<CallSound> before) {
        turn.because(new DirectoryReason.Asks(attempt));
        List<CallSound> sounds = new ArrayList<>(before);
        sounds.add(prompt("directory-welcome"));
        turn.stage(new Typing(attempt, "", said(turn, sounds), turn.at().plus(WORDS)));
    }

    private static Optional<Hears.Programme> said(Turn turn, List<CallSound> sounds) {
        return Optional.of(turn.programme(false, sounds));
    }

    static void key(Turn turn, DirectoryStage stage, char digit) {
        switch (stage) {
            case Typing typing -> typed(turn, typing, digit);
            case Fetching fetching -> {
                if (digit == '*') {
                    ask(turn, fetching.attempt(), List.of());
                }
            }
            case Browsing browsing -> pressed(turn, browsing, digit);
        }
    }

    private static void typed(Turn turn, Typing typing, char digit) {
        if (digit == '#') {
            look(turn, typing);
        } else if (digit == '*') {
            turn.stage(awaiting(turn, typing, "", FIRST_KEY));
        } else if (digit >= '2' && digit <= '9') {
            Typing more = awaiting(turn, typing, typing.typed() + digit, NEXT_KEY);
            turn.stage(more);
            if (DirectoryNames.matching(turn.plan(), more.typed()).size() < 2) {
                look(turn, more);
            }
        }
    }

    private static Typing awaiting(Turn turn, Typing typing, String typed, Duration patience) {
        Instant until = turn.at().plus(patience);
        return new Typing(typing.attempt(), typed, Optional.empty(), until);
    }

    /** What was typed is complete. */
    private static void look(Turn turn, Typing typing) {
        List<PersonId> found = DirectoryNames.matching(turn.plan(), typing.typed());
        if (found.isEmpty()) {
            turn.because(new DirectoryReason.NobodyFound(typing.typed()));
            retry(turn, typing.attempt(), List.of(prompt("directory-none")));
            return;
        }
        turn.because(new DirectoryReason.Found(typing.typed(), found.size()));
        fetch(turn, typing.attempt(), found);
    }

    /** Who of them is heard in his own voice? */
    private static void fetch(Turn turn, int attempt, List<PersonId> found) {
        turn.stage(new Fetching(attempt, found, turn.at().plus(FETCHING)));
        turn.lastly(new NameEffect.AskNames(turn.caller().id(), found));
    }

    static void told(Turn turn, Fetching fetching, NamesTold event) {
        begin(turn, fetching, event.byPerson());
    }

    private static void begin(Turn turn, Fetching from, Map<PersonId, MessageId> recorded) {
        say(
                turn,
                new Browsing(
                        from.attempt(), from.found(), recorded, 0, 0, Optional.empty(), turn.at()),
                List.of(prompt("directory-keys")));
    }

    private static void retry(Turn turn, int attempt, List<CallSound> before) {
        if (attempt < ATTEMPTS) {
            ask(turn, attempt + 1, before);
            return;
        }
        turn.because(new DirectoryReason.GaveUp());
        List<CallSound> sounds = new ArrayList<>(before);
        sounds.add(prompt("menu-goodbye"));
        Farewell.bid(turn, EndReason.NO_CHOICE, sounds);
    }

    private static void say(Turn turn, Browsing browsing, List<CallSound> after) {
        List<CallSound> sounds = new ArrayList<>();
        turn.plan()
                .person(browsing.found().get(browsing.current()))
                .ifPresent(person ->
                        sounds.addAll(
                                DirectoryNames.said(
                                        Tongue.words(turn), turn.plan(), person, browsing)));
        sounds.addAll(after);
        turn.stage(browsing.hearing(said(turn, sounds), turn.at().plus(WORDS)));
    }

    private static void pressed(Turn turn, Browsing browsing, char digit) {
        switch (digit) {
            case '1' -> choose(turn, browsing.found().get(browsing.current()));
            case '2' -> move(turn, browsing, 1);
            case '3' -> move(turn, browsing, -1);
            case '*' -> ask(turn, browsing.attempt(), List.of());
            default -> {}
        }
    }

    /** Whoever types on though only one name is left hears again what he can do. */
    private static void move(Turn turn, Browsing browsing, int by) {
        boolean only = browsing.found().size() == 1;
        say(
                turn,
                browsing.at(browsing.current() + by, 0),
                only ? List.of(prompt("directory-keys")) : List.of());
    }

    private static void choose(Turn turn, PersonId person) {
        turn.because(new DirectoryReason.Chosen(person));
        turn.chosen();
        Routing.go(turn, new Destination.ToPerson(person), "");
    }

    static void playEnded(Turn turn, DirectoryStage stage, PlayId play) {
        if (stage.hears().filter(said -> said.play().equals(play)).isEmpty()) {
            return;
        }
        switch (stage) {
            case Typing typing -> turn.stage(awaiting(turn, typing, typing.typed(), FIRST_KEY));
            case Fetching _ -> {}
            case Browsing browsing ->
                    turn.stage(browsing.hearing(Optional.empty(), turn.at().plus(NEXT_NAME)));
        }
    }

    static void timedOut(Turn turn, DirectoryStage stage) {
        switch (stage) {
            case Typing typing -> {
                if (typing.typed().isEmpty()) {
                    retry(turn, typing.attempt(), List.of());
                } else {
                    look(turn, typing);
                }
            }
            case Fetching fetching -> begin(turn, fetching, Map.of());
            case Browsing browsing -> next(turn, browsing);
        }
    }

    private static void next(Turn turn, Browsing browsing) {
        int silent = browsing.unanswered() + 1;
        if (silent >= Math.min(browsing.found().size(), MOST_UNANSWERED)) {
            retry(turn, browsing.attempt(), List.of());
        } else {
            say(turn, browsing.at(browsing.current() + 1, silent), List.of());
        }
    }

    /** The page is back: it has heard nothing, so it is said again. */
    static void again(Turn turn, DirectoryStage stage) {
        switch (stage) {
            case Typing typing -> ask(turn, typing.attempt(), List.of());
            case Fetching fetching -> fetch(turn, fetching.attempt(), fetching.found());
            case Browsing browsing -> say(turn, browsing, List.of(prompt("directory-keys")));
        }
    }
}
