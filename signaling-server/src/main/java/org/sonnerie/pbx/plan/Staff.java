package org.sonnerie.pbx.plan;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The people of a plan, found by id and by extension without looking at all of them: a call in a
 * company of a thousand asks many times. Of two with the same the first is found. Immutable.
 */
final class Staff extends AbstractList<Person> implements RandomAccess {
    private final List<Person> people;
    private final Map<PersonId, Person> byId;
    private final NavigableMap<String, Person> byExtension;

    private Staff(List<Person> people) {
        this.people = people;
        this.byId = HashMap.newHashMap(people.size());
        this.byExtension = new TreeMap<>();
        for (Person person : people) {
            byId.putIfAbsent(person.id(), person);
            byExtension.putIfAbsent(person.extension(), person);
        }
    }

    static Staff of(List<Person> people) {
        return people instanceof Staff staff ? staff : new Staff(List.copyOf(people));
    }

    Optional<Person> find(PersonId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Person> at(String extension) {
        return Optional.ofNullable(byExtension.get(extension));
    }

    /** Whether an extension begins with these digits and is longer: the next one in order does. */
    boolean hasLongerThan(String digits) {
        @Nullable String next = byExtension.higherKey(digits);
        return next != null && next.startsWith(digits);
    }

    @Override
    public Person get(int index) {
        return people.get(index);
    }

    @Override
    public int size() {
        return people.size();
    }
}
