package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.plan.Room;
import org.sonnerie.pbx.plan.RoomId;

/** The door of a conference room: the PIN, the welcome, the way in. */
final class RoomDoor {
    private static final int ATTEMPTS = 3;

    /** Longer than anybody types: a PIN whose outcome is not told cannot keep the call. */
    private static final Duration PIN = Duration.ofMinutes(2);

    /** Longer than the welcome is. */
    private static final Duration WELCOME = Duration.ofSeconds(15);

    private RoomDoor() {}

    static void knock(Turn turn, Room room) {
        turn.answerCaller();
        if (RoomStay.isOwn(turn, room)) {
            turn.caller()
                    .person()
                    .ifPresent(owner -> turn.because(new RoomReason.OwnRoom(room.id(), owner)));
            welcome(turn, room.id(), 0, SecretRole.MODERATOR);
            return;
        }
        ask(turn, room.id(), 0, "conference-pin");
    }

    private static void ask(Turn turn, RoomId room, int refusals, String prompt) {
        turn.stage(
                new Stage.Entering(
                        room, refusals, Optional.empty(), say(turn, prompt), turn.at().plus(PIN)));
        turn.lastly(new CallEffect.CollectRoomPin(turn.caller().id(), room));
    }

    private static CallEffect.Hears.Programme say(Turn turn, String prompt) {
        return turn.programme(false, List.of(new CallSound.Prompt(prompt)));
    }

    /** The page is back: it is asked, or welcomed, again. */
    static void again(Turn turn, Stage.Entering entering) {
        entering.accepted()
                .ifPresentOrElse(
                        role -> welcome(turn, entering.room(), entering.refusals(), role),
                        () -> ask(turn, entering.room(), entering.refusals(), "conference-pin"));
    }

    static void accepted(Turn turn, Stage.Entering entering, SecretRole role) {
        if (entering.accepted().isEmpty()) {
            turn.because(new Reason.PinAccepted(entering.room(), role));
            welcome(turn, entering.room(), entering.refusals(), role);
        }
    }

    static void welcome(Turn turn, RoomId room, int refusals, SecretRole role) {
        turn.stage(
                new Stage.Entering(
                        room,
                        refusals,
                        Optional.of(role),
                        say(turn, "conference-welcome"),
                        turn.at().plus(WELCOME)));
    }

    static void refused(Turn turn, Stage.Entering entering) {
        if (entering.accepted().isPresent()) {
            return;
        }
        int refusals = entering.refusals() + 1;
        turn.because(new Reason.PinRefused(entering.room(), refusals));
        if (refusals < ATTEMPTS) {
            ask(turn, entering.room(), refusals, "conference-pin-wrong");
        } else {
            refuse(turn);
        }
    }

    /** Whoever guesses all day is not told whether he is right. */
    static void blocked(Turn turn, Stage.Entering entering) {
        if (entering.accepted().isEmpty()) {
            turn.because(new RoomReason.PinsBlocked(entering.room()));
            refuse(turn);
        }
    }

    private static void refuse(Turn turn) {
        Farewell.bid(
                turn, EndReason.WRONG_PIN, List.of(new CallSound.Prompt("conference-refused")));
    }

    static void playEnded(Turn turn, Stage.Entering entering, PlayId play) {
        if (entering.hears().play().equals(play)) {
            join(turn, entering);
        }
    }

    static void timedOut(Turn turn, Stage.Entering entering) {
        if (entering.accepted().isPresent()) {
            join(turn, entering);
        } else {
            refused(turn, entering);
        }
    }

    private static void join(Turn turn, Stage.Entering entering) {
        RoomId room = entering.room();
        entering.accepted()
                .ifPresent(role -> {
                    if (Introduction.wanted(turn, room)) {
                        Introduction.begin(turn, room, role);
                    } else {
                        RoomStay.begin(turn, room, role, Optional.empty());
                    }
                });
    }
}
