package org.sonnerie.pbx.call;

import java.time.Duration;
import java.util.List;
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
        ask(turn, room.id(), 0, "conference-pin");
    }

    private static void ask(Turn turn, RoomId room, int refusals, String prompt) {
        turn.stage(
                new Stage.Entering(room, refusals, false, say(turn, prompt), turn.at().plus(PIN)));
        turn.lastly(new CallEffect.CollectRoomPin(turn.caller().id(), room));
    }

    private static CallEffect.Hears.Programme say(Turn turn, String prompt) {
        return turn.programme(false, List.of(new CallSound.Prompt(prompt)));
    }

    /** The page is back: it is asked, or welcomed, again. */
    static void again(Turn turn, Stage.Entering entering) {
        if (entering.accepted()) {
            welcome(turn, entering);
        } else {
            ask(turn, entering.room(), entering.refusals(), "conference-pin");
        }
    }

    static void accepted(Turn turn, Stage.Entering entering, CallEvent.SecretRole role) {
        if (!entering.accepted()) {
            turn.because(new Reason.PinAccepted(entering.room(), role));
            welcome(turn, entering);
        }
    }

    private static void welcome(Turn turn, Stage.Entering entering) {
        turn.stage(
                new Stage.Entering(
                        entering.room(),
                        entering.refusals(),
                        true,
                        say(turn, "conference-welcome"),
                        turn.at().plus(WELCOME)));
    }

    static void refused(Turn turn, Stage.Entering entering) {
        if (entering.accepted()) {
            return;
        }
        int refusals = entering.refusals() + 1;
        turn.because(new Reason.PinRefused(entering.room(), refusals));
        if (refusals < ATTEMPTS) {
            ask(turn, entering.room(), refusals, "conference-pin-wrong");
        } else {
            Farewell.bid(
                    turn, EndReason.WRONG_PIN, List.of(new CallSound.Prompt("conference-refused")));
        }
    }

    static void playEnded(Turn turn, Stage.Entering entering, PlayId play) {
        if (entering.accepted() && entering.hears().play().equals(play)) {
            join(turn, entering.room());
        }
    }

    static void timedOut(Turn turn, Stage.Entering entering) {
        if (entering.accepted()) {
            join(turn, entering.room());
        } else {
            refused(turn, entering);
        }
    }

    private static void join(Turn turn, RoomId room) {
        turn.stage(new Stage.Conferring(room));
        turn.lastly(
                new CallEffect.PlayInRoom(
                        turn.caller().id(),
                        room,
                        List.of(new CallSound.Tone(CallEffect.ToneKind.ENTER))));
    }
}
