package org.sonnerie.pbx.plan;

import java.util.Map;
import java.util.Optional;

/**
 * Which calls are recorded. Nothing is, unless it stands here.
 *
 * @param keepDays how long a recording is kept, 1 to 3650
 * @param people of calls a person is in
 * @param groups of calls that come by a ring group
 * @param queues of calls that come by a queue
 * @param numbers of calls to a number of the company, E.164 with "+"
 * @param rooms of conferences: {@link Rule#ON_DEMAND} or {@link Rule#NEVER}
 */
public record RecordingRules(
        int keepDays,
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
