package org.sonnerie.pbx.history;

import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.RoomReason;
import org.sonnerie.pbx.call.Silence;
import org.sonnerie.pbx.call.Standing;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;

/** A sentence for each reason of a conference room. Pure. */
final class RoomWords {
    private final CompanyPlan plan;

    /**
     * For a plan.
     *
     * @param plan where names stand
     */
    RoomWords(CompanyPlan plan) {
        this.plan = plan;
    }

    Sentence of(RoomReason reason) {
        return switch (reason) {
            case RoomReason.OwnRoom(var room, var owner) -> say("room.own", room, name(owner));
            case RoomReason.ComesAsGuest(var room, String name) -> say("room.guest", room, name);
            case RoomReason.CalledIn(var room, var by, String dialled) ->
                    say("room.called-in", room, name(by), dialled);
            case RoomReason.PinsBlocked(var room) -> say("room.pins-blocked", room);
            case RoomReason.Accepted(var room) -> say("room.accepted", room);
            case RoomReason.Introduced(var room, var how) -> say(introduced(how), room);
            case RoomReason.Waits(var room, Standing standing) ->
                    say(standing == Standing.WAITS_AT_LOCK ? "room.locked" : "room.waits", room);
            case RoomReason.LetIn(var room) -> say("room.let-in", room);
            case RoomReason.Silenced(var room, var silence) -> say(silenced(silence), room);
            case RoomReason.TurnedOut(var room, var why, var by) ->
                    by.map(moderator ->
                                    say(
                                            why == EndReason.REMOVED
                                                    ? "room.removed"
                                                    : "room.ended",
                                            room,
                                            moderator))
                            .orElseGet(() -> say("room.ended-with-moderator", room));
        };
    }

    private static String introduced(RoomReason.Introduced.How how) {
        return switch (how) {
            case RECORDED -> "room.name-recorded";
            case AT_THE_DOOR -> "room.name-said";
            case NOT -> "room.name-not-said";
        };
    }

    private static String silenced(Silence silence) {
        return switch (silence) {
            case NONE -> "room.heard";
            case SELF -> "room.muted-self";
            case MODERATOR -> "room.muted";
            case LISTEN_ONLY -> "room.listen-only";
        };
    }

    private Sentence say(String key, RoomId room, Object... more) {
        Object[] parts = new Object[more.length + 1];
        parts[0] = Place.of(plan, new Destination.ToRoom(room)).sentence();
        System.arraycopy(more, 0, parts, 1, more.length);
        return Sentence.of("story." + key, parts);
    }

    private Phrase name(PersonId person) {
        return RecordedParty.of(plan, person).phrase();
    }
}
