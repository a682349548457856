package org.sonnerie.pbx.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.RoomRecorded;
import org.sonnerie.pbx.call.Silence;
import org.sonnerie.pbx.call.Standing;
import org.sonnerie.pbx.plan.RoomRules;

/**
 * One event being taken in by a room; used once and then gone. Who stands where and who is heard
 * follows from what the room is: {@link #done} settles it, and tells each call the difference.
 */
final class RoomTurn {
    private final Conference before;
    private final Instant at;
    private final RoomRules rules;
    private final List<Member> members;
    private final List<CallEvent.OfRoom> turnedOut = new ArrayList<>();
    private final List<LegId> anew = new ArrayList<>();
    private boolean locked;
    private boolean listenOnly;
    private boolean opened;
    private int names;
    private Conference.Recording recording;

    RoomTurn(Conference room, Instant at) {
        this.before = room;
        this.at = at;
        this.rules = room.rules();
        this.members = new ArrayList<>(room.members());
        this.locked = room.locked();
        this.listenOnly = room.listenOnly();
        this.opened = room.opened();
        this.names = room.names();
        this.recording = room.recording();
    }

    RoomStep.Outcome came(Comer comer) {
        if (member(comer.leg()).isEmpty()) {
            names++;
            members.add(new Member("m" + names, comer, Standing.COMING, Member.Voice.FREE));
        }
        anew.add(comer.leg());
        return RoomStep.Outcome.DONE;
    }

    RoomStep.Outcome left(LegId leg) {
        members.removeIf(one -> one.leg().equals(leg));
        return RoomStep.Outcome.DONE;
    }

    RoomStep.Outcome spoke(LegId leg, boolean speaks) {
        change(leg, one -> one.speaks(speaks));
        return RoomStep.Outcome.DONE;
    }

    RoomStep.Outcome wanted(Optional<Member> who, RoomWish wish) {
        if (who.filter(Member::in).isEmpty()) {
            return RoomStep.Outcome.NOBODY;
        }
        return switch (wish) {
            case RoomWish.MuteMyself(boolean muted) -> {
                change(who.get().leg(), one -> one.mutedSelf(muted));
                yield RoomStep.Outcome.DONE;
            }
            case RoomWish.OfModerator order when who.get().moderator() -> ordered(who.get(), order);
            case RoomWish.OfModerator _ -> RoomStep.Outcome.NOT_MODERATOR;
        };
    }

    private RoomStep.Outcome ordered(Member by, RoomWish.OfModerator wish) {
        return switch (wish) {
            case RoomWish.Mute(String id, boolean muted) ->
                    about(id, one -> change(one.leg(), who -> who.muted(muted)));
            case RoomWish.Remove(String id) -> about(id, one -> remove(one, by));
            case RoomWish.Admit(String id) ->
                    about(id, one -> change(one.leg(), who -> who.at(Standing.IN)));
            case RoomWish.MuteAll(boolean muted) -> {
                members.replaceAll(one -> one.moderator() ? one : one.muted(muted));
                yield RoomStep.Outcome.DONE;
            }
            case RoomWish.Lock(boolean now) -> {
                locked = now;
                yield RoomStep.Outcome.DONE;
            }
            case RoomWish.ListenOnly(boolean on) -> {
                listenOnly = on;
                yield RoomStep.Outcome.DONE;
            }
            case RoomWish.Recorded(boolean on) -> record(on);
            case RoomWish.End() -> {
                endForAll(Optional.of(nameOf(by)));
                yield RoomStep.Outcome.DONE;
            }
        };
    }

    private RoomStep.Outcome record(boolean on) {
        if (recording == Conference.Recording.NOT_ALLOWED) {
            return RoomStep.Outcome.NOT_ALLOWED;
        }
        recording = on ? Conference.Recording.ON : Conference.Recording.OFF;
        return RoomStep.Outcome.DONE;
    }

    RoomStep.Outcome recordingOver() {
        if (recording == Conference.Recording.ON) {
            recording = Conference.Recording.OFF;
        }
        return RoomStep.Outcome.DONE;
    }

    /** What is done to one who is here. */
    private interface Deed {
        void to(Member member);
    }

    private RoomStep.Outcome about(String id, Deed deed) {
        Optional<Member> found = members.stream().filter(one -> one.id().equals(id)).findFirst();
        found.ifPresent(deed::to);
        return found.isPresent() ? RoomStep.Outcome.DONE : RoomStep.Outcome.NOBODY;
    }

    private void remove(Member member, Member by) {
        members.removeIf(one -> one.leg().equals(member.leg()));
        turnOut(member, EndReason.REMOVED, Optional.of(nameOf(by)));
    }

    private void endForAll(Optional<String> by) {
        members.forEach(one -> turnOut(one, EndReason.CONFERENCE_OVER, by));
        members.clear();
    }

    private void turnOut(Member member, EndReason why, Optional<String> by) {
        turnedOut.add(new CallEvent.TurnedOut(at, member.leg(), why, by));
    }

    private static String nameOf(Member member) {
        String name = member.comer().named().name();
        return name.isEmpty() ? member.comer().named().number() : name;
    }

    private void change(LegId leg, UnaryOperator<Member> how) {
        members.replaceAll(one -> one.leg().equals(leg) ? how.apply(one) : one);
    }

    private Optional<Member> member(LegId leg) {
        return members.stream().filter(one -> one.leg().equals(leg)).findFirst();
    }

    private boolean hasModerator() {
        return members.stream().anyMatch(Member::moderator);
    }

    RoomStep done(RoomStep.Outcome outcome) {
        endWithoutModerator();
        settle();
        List<CallEvent.OfRoom> told = new ArrayList<>(turnedOut);
        members.forEach(one -> tell(one, told));
        Conference after =
                members.isEmpty()
                        ? Conference.empty(rules, recording != Conference.Recording.NOT_ALLOWED)
                        : new Conference(
                                rules, members, locked, listenOnly, opened, names, recording);
        return new RoomStep(after, told, outcome);
    }

    private void endWithoutModerator() {
        boolean moderated = before.members().stream().anyMatch(Member::moderator);
        if (moderated && !hasModerator() && rules.endsWithModerator()) {
            endForAll(Optional.empty());
        }
    }

    private void settle() {
        boolean someoneIn = members.stream().anyMatch(Member::in);
        if (!someoneIn) {
            // Whoever locked it, or opened it, has left it.
            locked = false;
            opened = false;
            recordingOver();
        }
        opened |= hasModerator();
        members.replaceAll(one -> one.at(standing(one)));
    }

    private Standing standing(Member member) {
        if (member.in() || member.moderator()) {
            return Standing.IN;
        }
        if (locked) {
            return Standing.WAITS_AT_LOCK;
        }
        return rules.waitForModerator() && !opened ? Standing.WAITS_FOR_MODERATOR : Standing.IN;
    }

    private void tell(Member now, List<CallEvent.OfRoom> told) {
        Optional<Member> was = before.member(now.leg()).filter(one -> !anew.contains(one.leg()));
        // First of all: whoever comes in is told before he is heard.
        boolean recorded = recording == Conference.Recording.ON && now.in();
        if (was.filter(one -> one.in() && before.recorded()).isPresent() != recorded) {
            told.add(new RoomRecorded(at, now.leg(), recorded));
        }
        if (!was.map(Member::standing).equals(Optional.of(now.standing()))) {
            told.add(new CallEvent.Seated(at, now.leg(), now.standing()));
        }
        Silence silence = now.silence(listenOnly);
        if (was.map(one -> one.silence(before.listenOnly())).orElse(Silence.NONE) != silence) {
            told.add(new CallEvent.Silenced(at, now.leg(), silence));
        }
    }
}
