package org.sonnerie.pbx.room;

import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.Silence;
import org.sonnerie.pbx.call.Standing;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Room;
import org.sonnerie.pbx.plan.RoomId;

/**
 * A room as one person's pages show it. Who is not in it sees nothing of what goes on there.
 *
 * @param id which
 * @param name as in the plan
 * @param number its extension
 * @param own it is this person's own
 * @param stay present while he is in it or waits at its door
 */
public record RoomView(RoomId id, String name, String number, boolean own, Optional<Stay> stay) {
    /**
     * What somebody sees of a room he is in.
     *
     * @param member his own id there
     * @param moderator he is one
     * @param locked whoever comes has to wait
     * @param listenOnly only moderators are heard
     * @param recording whether it is recorded
     * @param members all; only himself while he waits
     */
    public record Stay(
            String member,
            boolean moderator,
            boolean locked,
            boolean listenOnly,
            Conference.Recording recording,
            List<Seen> members) {
        /** Copies the list. */
        public Stay {
            members = List.copyOf(members);
        }
    }

    /**
     * A member as seen by another.
     *
     * @param id names him
     * @param name may be empty
     * @param number extension or outside number; shortened unless a moderator looks
     * @param moderator he is one
     * @param standing where he stands
     * @param silence why he is not heard
     * @param speaks he speaks now
     */
    public record Seen(
            String id,
            String name,
            String number,
            boolean moderator,
            Standing standing,
            Silence silence,
            boolean speaks) {}

    /**
     * A room as a person sees it.
     *
     * @param room of the plan
     * @param now what goes on there; empty: nobody is there
     * @param person who looks
     * @return with a stay if he is there
     */
    public static RoomView of(Room room, Optional<Conference> now, PersonId person) {
        return new RoomView(
                room.id(),
                room.name(),
                room.extension(),
                room.isOwnedBy(person),
                now.flatMap(conference ->
                        conference.members().stream()
                                .filter(one -> one.comer().person().equals(Optional.of(person)))
                                .reduce((_, last) -> last)
                                .map(me -> stay(conference, me))));
    }

    /**
     * What a member sees.
     *
     * @param conference the room
     * @param me the member
     * @return as he may see it
     */
    public static Stay stay(Conference conference, Member me) {
        return new Stay(
                me.id(),
                me.moderator(),
                conference.locked(),
                conference.listenOnly(),
                conference.recording(),
                conference.members().stream()
                        .filter(one -> sees(me, one))
                        .map(one -> seen(conference, one, me.moderator()))
                        .toList());
    }

    private static boolean sees(Member me, Member other) {
        return me.equals(other) || me.moderator() || (me.in() && other.in());
    }

    private static Seen seen(Conference conference, Member one, boolean whole) {
        String number = one.comer().named().number();
        return new Seen(
                one.id(),
                one.comer().named().name(),
                whole ? number : shortened(number),
                one.moderator(),
                one.standing(),
                one.silence(conference.listenOnly()),
                one.in()
                        && one.voice().speaks()
                        && one.silence(conference.listenOnly()) == Silence.NONE);
    }

    /** Of an outside number only as much as tells two apart. */
    private static String shortened(String number) {
        int shown = 2;
        return number.startsWith("+") && number.length() > 2 * shown
                ? "…" + number.substring(number.length() - shown)
                : number;
    }
}
