package org.sonnerie.pbx.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.publish.PlanEdits;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The departments of companies: whoever has the same one in his form is in it. Thread safe. */
@Component
public class Departments {
    private static final String MEMBER = "department";

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
    }

    /**
     * All departments.
     *
     * @param desk whose
     * @return in the order of their names; those who are in none come first
     */
    public List<Department> all(Desk desk) {
        Map<String, List<PartRow>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (ObjectNode person : document(desk).all(PartKind.PERSON)) {
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
        if (all(desk).stream().noneMatch(one -> one.name().equalsIgnoreCase(from))) {
            return false;
        }
        UnaryOperator<String> change =
                text -> {
                    PartDocument document = new PartDocument(text);
                    document.all(PartKind.PERSON).stream()
                            .filter(person -> nameOf(person).equalsIgnoreCase(from))
                            .forEach(person -> put(person, to));
                    return document.text();
                };
        edits.now(desk.company(), desk.by(), change, change);
        return true;
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
