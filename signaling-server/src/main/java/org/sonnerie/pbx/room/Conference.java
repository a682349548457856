package org.sonnerie.pbx.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.RoomRules;

/**
 * A conference room while somebody is in it or waits at its door. Immutable.
 *
 * @param rules of the plan as of when the first one came
 * @param members in the order in which they came
 * @param locked whoever comes has to wait
 * @param listenOnly only moderators are heard
 * @param opened a moderator has been here
 * @param names how many members have been named
 * @param recording whether what is said in it is recorded
 */
public record Conference(
        RoomRules rules,
        List<Member> members,
        boolean locked,
        boolean listenOnly,
        boolean opened,
        int names,
        Recording recording) {
    private static final int MOST_NAMED = 12;

    /** Copies the list. */
    public Conference {
        members = List.copyOf(members);
    }

    /** Whether what is said is recorded. */
    public enum Recording {
        /** The plan does not allow it. */
        NOT_ALLOWED,
        /** It is not. */
        OFF,
        /** It is. */
        ON
    }

    /**
     * An empty one that is not recorded.
     *
     * @param rules of the plan
     * @return nobody is in
     */
    public static Conference empty(RoomRules rules) {
        return empty(rules, false);
    }

    /**
     * An empty one.
     *
     * @param rules of the plan
     * @param recordable a moderator may have it recorded
     * @return nobody is in
     */
    public static Conference empty(RoomRules rules, boolean recordable) {
        Recording recording = recordable ? Recording.OFF : Recording.NOT_ALLOWED;
        return new Conference(rules, List.of(), false, rules.listenOnly(), false, 0, recording);
    }

    /**
     * Whether it is recorded.
     *
     * @return true: all hear so
     */
    public boolean recorded() {
        return recording == Recording.ON;
    }

    /**
     * What this room becomes, and what its calls are told. An event that means nothing here changes
     * nothing.
     *
     * @param event what happened
     * @param at when
     * @return the room afterwards
     */
    public RoomStep on(RoomEvent event, Instant at) {
        RoomTurn turn = new RoomTurn(this, at);
        RoomStep.Outcome outcome =
                switch (event) {
                    case RoomEvent.Came(Comer comer) -> turn.came(comer);
                    case RoomEvent.Left(LegId leg) -> turn.left(leg);
                    case RoomEvent.Spoke(LegId leg, boolean speaks) -> turn.spoke(leg, speaks);
                    case RoomEvent.Wanted(LegId leg, RoomWish wish) ->
                            turn.wanted(member(leg), wish);
                    case RoomEvent.RecordingOver() -> turn.recordingOver();
                    case RoomEvent.Pressed(LegId leg, char key) ->
                            member(leg)
                                    .flatMap(who -> RoomKeys.read(this, who, key))
                                    .map(wish -> turn.wanted(member(leg), wish))
                                    .orElse(RoomStep.Outcome.DONE);
                };
        return turn.done(outcome);
    }

    /**
     * Whether who comes and leaves may be said by name: not over somebody's lecture, and not so
     * often that nobody can talk.
     *
     * @return false: a tone says that somebody does
     */
    public boolean saysNames() {
        return !listenOnly && members.stream().filter(Member::in).count() <= MOST_NAMED;
    }

    /**
     * A member.
     *
     * @param leg whose leg
     * @return empty: he is not here
     */
    public Optional<Member> member(LegId leg) {
        return members.stream().filter(one -> one.leg().equals(leg)).findFirst();
    }
}
