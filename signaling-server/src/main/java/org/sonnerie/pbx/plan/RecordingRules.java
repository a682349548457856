package org.sonnerie.pbx.plan;

import java.util.Map;
import java.util.Optional;

/**
 * Which calls are recorded. Nothing is, unless it stands here.
 *
 * @param keepDays how long a recording is kept, 1 to 3650
 * @param consent what those in a call are told or asked before they are recorded; in a conference
 *     all are told, whatever stands here
 * @param people of calls a person is in
 * @param groups of calls that come by a ring group
 * @param queues of calls that come by a queue
 * @param numbers of calls to a number of the company, E.164 with "+"
 * @param rooms of conferences: {@link Rule#ON_DEMAND} or {@link Rule#NEVER}
 */
public record RecordingRules(
        int keepDays,
        Consent consent,
        Map<PersonId, Rule> people,
        Map<GroupId, Rule> groups,
        Map<QueueId, Rule> queues,
        Map<String, Rule> numbers,
        Map<RoomId, Rule> rooms) {
    /** How long a recording is kept where nothing is said. */
    public static final int USUAL_DAYS = 90;

    /** Nothing is ever recorded. */
    public static final RecordingRules NONE =
            new RecordingRules(USUAL_DAYS, Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /** All are told. */
    public RecordingRules(
            int keepDays,
            Map<PersonId, Rule> people,
            Map<GroupId, Rule> groups,
            Map<QueueId, Rule> queues,
            Map<String, Rule> numbers,
            Map<RoomId, Rule> rooms) {
        this(keepDays, Consent.ANNOUNCE, people, groups, queues, numbers, rooms);
    }

    /** Copies the maps. */
    public RecordingRules {
        people = Map.copyOf(people);
        groups = Map.copyOf(groups);
        queues = Map.copyOf(queues);
        numbers = Map.copyOf(numbers);
        rooms = Map.copyOf(rooms);
    }

    /** What is said of one of them. */
    public enum Rule {
        /** Recorded from the first word to the last. */
        ALWAYS,
        /** Recorded when somebody asks for it. */
        ON_DEMAND,
        /** Not recorded, whatever is said of others. */
        NEVER
    }

    /** What those in a call are told or asked before they are recorded. */
    public enum Consent {
        /** Everybody hears that he is recorded. */
        ANNOUNCE,
        /** The same for people of the company; others are asked, and must agree by a key. */
        ASK,
        /** Nothing: the company tells its callers itself. */
        TOLD
    }

    /**
     * The same rules.
     *
     * @param other what is told or asked
     * @return a copy
     */
    public RecordingRules with(Consent other) {
        return new RecordingRules(keepDays, other, people, groups, queues, numbers, rooms);
    }

    /**
     * What is said of a person.
     *
     * @param person who
     * @return empty: nothing
     */
    public Optional<Rule> of(PersonId person) {
        return Optional.ofNullable(people.get(person));
    }

    /**
     * What is said of a room.
     *
     * @param room which
     * @return empty: nothing
     */
    public Optional<Rule> of(RoomId room) {
        return Optional.ofNullable(rooms.get(room));
    }

    /**
     * What is said of a group or a queue that a call came by.
     *
     * @param destination where it was led
     * @return empty: nothing, or it is neither
     */
    public Optional<Rule> of(Destination destination) {
        if (destination instanceof Destination.ToGroup(GroupId group)) {
            return Optional.ofNullable(groups.get(group));
        }
        return destination instanceof Destination.ToQueue(QueueId queue, int _)
                ? Optional.ofNullable(queues.get(queue))
                : Optional.empty();
    }

    /**
     * What is said of a number.
     *
     * @param e164 a number of the company
     * @return empty: nothing
     */
    public Optional<Rule> ofNumber(String e164) {
        return Optional.ofNullable(numbers.get(e164));
    }

    /**
     * Whether moderators of a room may record it.
     *
     * @param room which
     * @return false: nobody may
     */
    public boolean recordable(RoomId room) {
        return of(room).equals(Optional.of(Rule.ON_DEMAND));
    }
}
