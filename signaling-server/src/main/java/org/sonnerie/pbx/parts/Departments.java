package org.sonnerie.pbx.parts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.publish.PlanEdits;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The departments of companies: whoever has the same one in his form is in it. Thread safe. */
@Component
public class Departments {
    private static final String MEMBER = "department";
    private static final int LONGEST_NAME = 200;

    private final PlanEdits edits;

    Departments(PlanEdits edits) {
        this.edits = edits;
    }

    /**
     * A department.
     *
     * @param name as it is called; empty: those who are in none
     * @param people who is in it, in the order of the plan
     */
    public record Department(String name, List<PartRow> people) {
        /** Copies the list. */
        public Department {
            people = List.copyOf(people);
        }

        /**
         * Names it in addresses.
         *
         * @return another one once it is called otherwise
         */
        public String id() {
            String same = name.toLowerCase(Locale.ROOT);
            return UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8)).toString();
        }

        private boolean isCalled(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /** There is a department of that name. */
    public static final class NameTakenException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * How a department shall be.
     *
     * @param name as it is called
     * @param people ids of whoever is in it
     */
    public record Wish(String name, Set<String> people) {
        /**
         * Checks it and copies the set.
         *
         * @throws IllegalArgumentException if there can be no such department
         */
        public Wish {
            name = name.strip();
            people = Set.copyOf(people);
            if (!isName(name)) {
                throw new IllegalArgumentException("name: 1 to " + LONGEST_NAME + " characters");
            }
            if (people.isEmpty()) {
                throw new IllegalArgumentException("people: at least one");
            }
        }
    }

    /**
     * Whether a department can be called so.
     *
     * @param name without spaces around
     * @return false: it is empty, too long, or holds control characters
     */
    public static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(Character::isISOControl);
    }

    /**
     * All departments.
     *
     * @param desk whose
     * @return in the order of their names; those who are in none come first
     */
    public List<Department> all(Desk desk) {
        return all(document(desk));
    }

    private static List<Department> all(PartDocument document) {
        Map<String, List<PartRow>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (ObjectNode person : document.all(PartKind.PERSON)) {
            PartRow row =
                    new PartRow(
                            PartDocument.id(PartKind.PERSON, person),
                            person.path("name").asString(""),
                            person.path("extension").asString(""),
                            List.of());
            found.computeIfAbsent(nameOf(person), _ -> new ArrayList<>()).add(row);
        }
        return found.entrySet().stream()
                .map(one -> new Department(one.getKey(), one.getValue()))
                .toList();
    }

    /**
     * Calls a department otherwise; in force on return. Where there is one of that name already,
     * the two become one.
     *
     * @param desk whose
     * @param from its name
     * @param to its new name; empty: everybody leaves it
     * @return false: nobody is in it, and nothing was changed
     */
    public boolean rename(Desk desk, String from, String to) {
        if (all(desk).stream().noneMatch(one -> one.isCalled(from))) {
            return false;
        }
        UnaryOperator<String> change = leaving(from, to);
        edits.now(desk.company(), desk.by(), change, change);
        return true;
    }

    /**
     * One of them; whoever is in none is in no department.
     *
     * @param desk whose
     * @param id which
     * @return empty: there is none
     */
    public Optional<Department> find(Desk desk, String id) {
        return find(all(desk), id);
    }

    private static Optional<Department> find(List<Department> all, String id) {
        return all.stream().filter(one -> !one.name().isEmpty() && one.id().equals(id)).findFirst();
    }

    /**
     * Puts people into a new department; in force on return.
     *
     * @param desk whose
     * @param wish how it shall be
     * @return as it is now
     * @throws NameTakenException if there is one of that name
     * @throws IllegalArgumentException if there is no such person
     */
    public Department add(Desk desk, Wish wish) {
        return set(desk, Optional.empty(), wish, _ -> {});
    }

    /**
     * Says how a department shall be; in force on return. Whoever is not named leaves it.
     *
     * @param desk whose
     * @param id which
     * @param wish how it shall be
     * @param look refuses by throwing what is there in the moment of the change
     * @return as it is now
     * @throws NoSuchElementException if there is none
     * @throws NameTakenException if there is another one of that name
     * @throws IllegalArgumentException if there is no such person
     */
    public Department replace(Desk desk, String id, Wish wish, Consumer<Department> look) {
        return set(desk, Optional.of(id), wish, look);
    }

    private Department set(Desk desk, Optional<String> id, Wish wish, Consumer<Department> look) {
        Optional<String> from = id.map(one -> find(desk, one).orElseThrow().name());
        UnaryOperator<String> change =
                text -> {
                    PartDocument document = new PartDocument(text);
                    check(all(document), id, wish, look);
                    return changed(document, from, wish);
                };
        UnaryOperator<String> inDraft = text -> changed(new PartDocument(text), from, wish);
        edits.now(desk.company(), desk.by(), change, inDraft);
        return all(desk).stream()
                .filter(one -> one.isCalled(wish.name()))
                .findFirst()
                .orElseThrow();
    }

    private static void check(
            List<Department> now, Optional<String> id, Wish wish, Consumer<Department> look) {
        id.ifPresent(one -> look.accept(find(now, one).orElseThrow()));
        if (now.stream()
                .anyMatch(one ->
                        one.isCalled(wish.name()) && id.filter(one.id()::equals).isEmpty())) {
            throw new NameTakenException();
        }
        Set<String> unknown = new TreeSet<>(wish.people());
        now.forEach(one -> one.people().forEach(person -> unknown.remove(person.id())));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "people: there is no phone of " + String.join(", ", unknown));
        }
    }

    private static String changed(PartDocument document, Optional<String> from, Wish wish) {
        for (ObjectNode person : document.all(PartKind.PERSON)) {
            if (wish.people().contains(PartDocument.id(PartKind.PERSON, person))) {
                put(person, wish.name());
            } else if (from.filter(nameOf(person)::equalsIgnoreCase).isPresent()) {
                put(person, "");
            }
        }
        return document.text();
    }

    /**
     * Has everybody leave a department; in force on return.
     *
     * @param desk whose
     * @param id which
     * @param look refuses by throwing what is there in the moment of the change
     * @throws NoSuchElementException if there is none
     */
    public void remove(Desk desk, String id, Consumer<Department> look) {
        String name = find(desk, id).orElseThrow().name();
        UnaryOperator<String> leave = leaving(name, "");
        UnaryOperator<String> change =
                text -> {
                    look.accept(find(all(new PartDocument(text)), id).orElseThrow());
                    return leave.apply(text);
                };
        edits.now(desk.company(), desk.by(), change, leave);
    }

    private static UnaryOperator<String> leaving(String from, String to) {
        return text -> {
            PartDocument document = new PartDocument(text);
            document.all(PartKind.PERSON).stream()
                    .filter(person -> nameOf(person).equalsIgnoreCase(from))
                    .forEach(person -> put(person, to));
            return document.text();
        };
    }

    private static void put(ObjectNode person, String department) {
        if (department.isEmpty()) {
            person.putNull(MEMBER);
        } else {
            person.put(MEMBER, department);
        }
    }

    private static String nameOf(ObjectNode person) {
        return person.path(MEMBER).asString("").strip();
    }

    private PartDocument document(Desk desk) {
        return new PartDocument(edits.document(desk.company(), desk.inDraft()));
    }
}
