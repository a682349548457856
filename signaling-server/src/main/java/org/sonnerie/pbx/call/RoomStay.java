package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.call.CallEffect.ToneKind;
import org.sonnerie.pbx.plan.Room;
import org.sonnerie.pbx.plan.RoomId;

/**
 * Somebody's stay in a conference room, as his own call knows it. Who else is there, and what a
 * moderator wants, is the room's; it tells each call what concerns it.
 */
final class RoomStay {
    private static final char BEGINS_CODE = '*';

    private RoomStay() {}

    static void begin(Turn turn, RoomId room, SecretRole role, Optional<MessageId> name) {
        turn.stage(Stage.Conferring.coming(room, role, name));
        enter(turn, room, role);
    }

    private static void enter(Turn turn, RoomId room, SecretRole role) {
        Leg caller = turn.caller();
        turn.lastly(
                new CallEffect.EnterRoom(
                        caller.id(), room, role, Sight.named(turn.plan(), caller.who())));
    }

    /** The room's own memory is gone: it is entered anew. */
    static void again(Turn turn, Stage.Conferring stay) {
        begin(turn, stay.room(), stay.role(), stay.name());
    }

    static void news(Turn turn, CallEvent.OfRoom news) {
        if (turn.live(news.leg()).isEmpty()) {
            return;
        }
        turn.about(news.leg());
        if (!turn.isCaller(news.leg()) || !(turn.stage() instanceof Stage.Conferring stay)) {
            return;
        }
        switch (news) {
            case CallEvent.Seated(Instant _, LegId _, Standing standing) ->
                    seated(turn, stay, standing);
            case CallEvent.Silenced(Instant _, LegId leg, Silence silence) -> {
                if (silence != stay.silence()) {
                    turn.stage(stay.silenced(silence));
                    turn.effect(new CallEffect.Mute(leg, silence != Silence.NONE));
                    turn.because(new RoomReason.Silenced(stay.room(), silence));
                }
            }
            case RoomRecorded(Instant _, LegId _, boolean recorded) ->
                    ConferenceRecorder.news(turn, stay.room(), recorded);
            case CallEvent.TurnedOut(Instant _, LegId _, EndReason why, Optional<String> by) -> {
                turn.because(new RoomReason.TurnedOut(stay.room(), why, by));
                turn.endAll(why);
            }
        }
    }

    private static void seated(Turn turn, Stage.Conferring stay, Standing standing) {
        if (standing == stay.standing()) {
            return;
        }
        turn.stage(stay.at(standing));
        boolean waits = standing != Standing.IN;
        if (waits) {
            turn.because(new RoomReason.Waits(stay.room(), standing));
        } else if (stay.standing() != Standing.COMING) {
            turn.because(new RoomReason.LetIn(stay.room()));
        }
        if (!waits) {
            announce(turn, turn.caller().id(), stay, ToneKind.ENTER);
        }
    }

    private static void announce(Turn turn, LegId leg, Stage.Conferring stay, ToneKind kind) {
        RoomId room = stay.room();
        turn.plan()
                .room(room)
                .flatMap(one ->
                        switch (one.rules().announce()) {
                            case NONE -> Optional.<CallEffect>empty();
                            case TONE ->
                                    Optional.of(
                                            new CallEffect.PlayInRoom(
                                                    leg, room, List.of(new CallSound.Tone(kind))));
                            case NAMES ->
                                    Optional.of(Introduction.announcement(turn, leg, stay, kind));
                        })
                .ifPresent(turn::lastly);
    }

    /** A star and one more key ask something of the room; other keys mean nothing there. */
    static void key(Turn turn, Stage.Conferring stay, char digit) {
        boolean begins = digit == BEGINS_CODE && !stay.star();
        if (begins != stay.star()) {
            turn.stage(stay.star(begins));
        }
        if (stay.star() && stay.standing() == Standing.IN) {
            turn.effect(new CallEffect.PressInRoom(turn.caller().id(), stay.room(), digit));
        }
    }

    /** The page has new sound: whether it is heard is said again. */
    static void returned(Turn turn, Stage.Conferring stay) {
        if (stay.silence() != Silence.NONE) {
            turn.effect(new CallEffect.Mute(turn.caller().id(), true));
        }
    }

    /** Who is in which room, waiting there included. */
    static Map<LegId, Stage.Conferring> of(Stream<Path> paths) {
        Map<LegId, Stage.Conferring> stays = new HashMap<>();
        paths.forEach(path -> {
            if (path.stage() instanceof Stage.Conferring stay) {
                stays.put(path.lead(), stay);
            }
        });
        return stays;
    }

    /** A stay is over, whatever ended it. */
    static List<CallEffect> left(Turn turn, LegId leg, Stage.Conferring stay) {
        if (stay.standing() == Standing.IN) {
            announce(turn, leg, stay, ToneKind.LEAVE);
        }
        CallEffect leave = new CallEffect.LeaveRoom(leg, stay.room());
        // Whoever goes on talking to others is heard by them.
        boolean unheard = stay.silence() != Silence.NONE && turn.live(leg).isPresent();
        return unheard ? List.of(leave, new CallEffect.Mute(leg, false)) : List.of(leave);
    }

    /** Whether a room is a person's own. */
    static boolean isOwn(Turn turn, Room room) {
        return turn.caller().person().filter(room::isOwnedBy).isPresent();
    }
}
