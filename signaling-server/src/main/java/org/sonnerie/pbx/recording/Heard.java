package org.sonnerie.pbx.recording;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;

/**
 * Whose recordings somebody may hear.
 *
 * @param everything all of the company, conferences too
 * @param queues those that began while the call was with one of these queues
 * @param groups those that began while the call was with one of these ring groups
 * @param people those of calls that these people talked in, from the beginning of the recording
 */
public record Heard(
        boolean everything, Set<QueueId> queues, Set<GroupId> groups, Set<PersonId> people) {
    /** None. */
    public static final Heard NOTHING = new Heard(false, Set.of(), Set.of(), Set.of());

    /** All. */
    public static final Heard EVERYTHING = new Heard(true, Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public Heard {
        queues = Set.copyOf(queues);
        groups = Set.copyOf(groups);
        people = Set.copyOf(people);
    }

    /**
     * Whether it is none.
     *
     * @return true: no recording at all
     */
    public boolean nothing() {
        return equals(NOTHING);
    }

    /**
     * What is still there of it.
     *
     * @param plan the plan in force
     * @return without the parts that the plan does not have
     */
    Heard in(CompanyPlan plan) {
        return new Heard(
                everything,
                those(queues, id -> plan.queue(id).isPresent()),
                those(groups, id -> plan.group(id).isPresent()),
                those(people, id -> plan.person(id).isPresent()));
    }

    private static <T> Set<T> those(Set<T> all, Predicate<T> there) {
        return all.stream().filter(there).collect(Collectors.toUnmodifiableSet());
    }

    /** Of both. */
    Heard and(Set<QueueId> more) {
        return new Heard(
                everything,
                Stream.concat(queues.stream(), more.stream())
                        .collect(Collectors.toUnmodifiableSet()),
                groups,
                people);
    }

    /**
     * The ids of some parts.
     *
     * @param parts as a grant has them
     * @return in the order of letters
     */
    public static Collection<String> ids(Set<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * As the plan document names parts, in the order of letters.
     *
     * @return such as {@code queue:support, person:alice}; {@code all}; empty: nothing
     */
    public String words() {
        return everything
                ? "all"
                : Stream.of(
                                ids(queues).stream().map("queue:"::concat),
                                ids(groups).stream().map("group:"::concat),
                                ids(people).stream().map("person:"::concat))
                        .flatMap(Function.identity())
                        .collect(Collectors.joining(", "));
    }
}
