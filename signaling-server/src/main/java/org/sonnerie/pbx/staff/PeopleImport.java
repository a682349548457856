package org.sonnerie.pbx.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.parts.PartDesk;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.parts.PartKind;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.AccountRules;
import org.sonnerie.pbx.people.CompanyFullException;
import org.sonnerie.pbx.people.Invitations;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.people.Role;
import org.sonnerie.pbx.people.UserNameTakenException;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.publish.Published;
import org.sonnerie.pbx.staff.PeopleCsv.Column;
import org.sonnerie.pbx.staff.PeopleCsv.Line;
import org.springframework.stereotype.Component;

/**
 * Adds the people of a list: first shows what is in it and what is wrong, line by line. Thread
 * safe.
 */
@Component
public class PeopleImport {
    private static final int FIRST_EXTENSION = 101;
    private static final String FULL = "limits.people-full";
    private static final Map<String, Role> ROLES =
            Map.ofEntries(
                    Map.entry("", Role.EMPLOYEE),
                    Map.entry("employee", Role.EMPLOYEE),
                    Map.entry("employé", Role.EMPLOYEE),
                    Map.entry("employée", Role.EMPLOYEE),
                    Map.entry("receptionist", Role.RECEPTIONIST),
                    Map.entry("réceptionniste", Role.RECEPTIONIST),
                    Map.entry("supervisor", Role.SUPERVISOR),
                    Map.entry("superviseur", Role.SUPERVISOR),
                    Map.entry("superviseuse", Role.SUPERVISOR),
                    Map.entry("admin", Role.ADMIN),
                    Map.entry("administrator", Role.ADMIN),
                    Map.entry("administrateur", Role.ADMIN),
                    Map.entry("administratrice", Role.ADMIN));

    private final PartDesk desk;
    private final People people;
    private final Invitations invitations;
    private final Published published;
    private final Narrator narrator;

    PeopleImport(
            PartDesk desk,
            People people,
            Invitations invitations,
            Published published,
            Narrator narrator) {
        this.desk = desk;
        this.people = people;
        this.invitations = invitations;
        this.published = published;
        this.narrator = narrator;
    }

    /**
     * A line as the preview shows it.
     *
     * @param number in the file
     * @param name as it stands there
     * @param userName as it stands there
     * @param extension as it stands there, or the next free one
     * @param role as it is understood; of one that is not, an employee's
     * @param problems in words; empty: it can be added
     */
    public record Row(
            long number,
            String name,
            String userName,
            String extension,
            Role role,
            List<String> problems) {
        /** Copies the list. */
        public Row {
            problems = List.copyOf(problems);
        }
    }

    /**
     * What is in a list.
     *
     * @param rows of people
     * @param unknown columns that mean nothing here
     */
    public record Preview(List<Row> rows, List<String> unknown) {
        /** Copies the lists. */
        public Preview {
            rows = List.copyOf(rows);
            unknown = List.copyOf(unknown);
        }

        /**
         * Whether all of it can be added.
         *
         * @return false: something is to be mended
         */
        public boolean isGood() {
            return rows.stream().allMatch(row -> row.problems().isEmpty());
        }
    }

    /**
     * Somebody who was added.
     *
     * @param name as others see him
     * @param userName by which he signs in
     * @param secret of his link
     */
    public record Added(String name, String userName, String secret) {}

    /**
     * Looks at a list; changes nothing.
     *
     * @param of who does it
     * @param csv the list
     * @return what is in it, and what is wrong
     */
    public Preview preview(Desk of, PeopleCsv csv) {
        Map<Line, List<Phrase>> problems = problems(of, csv);
        Map<Line, String> extensions = extensions(of, csv);
        List<Row> rows = new ArrayList<>();
        for (Line line : csv.lines()) {
            List<String> told =
                    problems.getOrDefault(line, List.of()).stream()
                            .map(one -> narrator.say(one, of.locale()))
                            .toList();
            rows.add(row(line, extensions.getOrDefault(line, ""), told));
        }
        return new Preview(rows, csv.unknown());
    }

    private static Row row(Line line, String extension, List<String> problems) {
        Role role = role(line).orElse(Role.EMPLOYEE);
        return new Row(
                line.number(),
                line.cell(Column.NAME),
                line.cell(Column.USER_NAME),
                extension,
                role,
                problems);
    }

    private Map<Line, List<Phrase>> problems(Desk of, PeopleCsv csv) {
        Map<Line, List<Phrase>> problems = new HashMap<>();
        Set<String> taken =
                people.taken(csv.lines().stream().map(one -> one.cell(Column.USER_NAME)).toList());
        CompanyPlan plan = published.current(of.company());
        Set<String> names = new HashSet<>();
        Set<String> extensions = new HashSet<>();
        int room = people.room(of.company());
        for (Line line : csv.lines()) {
            List<Phrase> found = new ArrayList<>(ofAccount(line, taken));
            if (--room < 0) {
                found.add(Sentence.of(FULL));
            }
            if (!names.add(line.cell(Column.USER_NAME).toLowerCase(Locale.ROOT))) {
                found.add(Sentence.of("people.import.twice", line.cell(Column.USER_NAME)));
            }
            String extension = line.cell(Column.EXTENSION);
            if (!extension.isEmpty() && !extensions.add(extension)) {
                found.add(Sentence.of("people.import.twice", extension));
            }
            plan.atExtension(extension)
                    .flatMap(plan::at)
                    .ifPresent(at ->
                            found.add(
                                    Sentence.of(
                                            "people.import.extension-taken",
                                            extension,
                                            at.name())));
            if (!found.isEmpty()) {
                problems.put(line, found);
            }
        }
        return problems;
    }

    private static List<Phrase> ofAccount(Line line, Set<String> taken) {
        List<Phrase> found = new ArrayList<>();
        String userName = line.cell(Column.USER_NAME);
        if (!AccountRules.isName(line.cell(Column.NAME))) {
            found.add(Sentence.of("setup.problem.name"));
        }
        if (!AccountRules.isUserName(userName)) {
            found.add(Sentence.of("setup.problem.user-name"));
        } else if (taken.contains(userName.toLowerCase(Locale.ROOT))) {
            found.add(Sentence.of("people.taken"));
        }
        if (role(line).isEmpty()) {
            found.add(Sentence.of("people.import.role", line.cell(Column.ROLE)));
        }
        return found;
    }

    private static Optional<Role> role(Line line) {
        return Optional.ofNullable(ROLES.get(line.cell(Column.ROLE).toLowerCase(Locale.ROOT)));
    }

    /** Whoever names none has the next free one. */
    private Map<Line, String> extensions(Desk of, PeopleCsv csv) {
        CompanyPlan plan = published.current(of.company());
        Set<String> given = new HashSet<>();
        csv.lines().forEach(line -> given.add(line.cell(Column.EXTENSION)));
        var free =
                IntStream.iterate(FIRST_EXTENSION, one -> one + 1)
                        .mapToObj(String::valueOf)
                        .filter(one -> !given.contains(one) && PartDesk.isFree(one, plan))
                        .iterator();
        Map<Line, String> extensions = new HashMap<>();
        for (Line line : csv.lines()) {
            String named = line.cell(Column.EXTENSION);
            extensions.put(line, named.isEmpty() ? free.next() : named);
        }
        return extensions;
    }

    /**
     * Adds all people of a list, or none.
     *
     * @param of who does it
     * @param csv the list
     * @param wrong takes what is wrong after all, by line; nothing: all are added
     * @return those who were added
     */
    public List<Added> add(Desk of, PeopleCsv csv, Map<Line, List<Phrase>> wrong) {
        wrong.putAll(problems(of, csv));
        if (!wrong.isEmpty()) {
            return List.of();
        }
        Map<Line, String> extensions = extensions(of, csv);
        Map<String, Line> lines = new LinkedHashMap<>();
        Map<String, Map<String, String>> typed = new LinkedHashMap<>();
        List<Account> accounts = new ArrayList<>();
        for (Line line : csv.lines()) {
            String id = RandomText.id();
            lines.put(id, line);
            typed.put(id, fields(line, extensions.getOrDefault(line, "")));
            accounts.add(
                    new Account(
                            new PersonId(id),
                            of.company(),
                            line.cell(Column.USER_NAME),
                            line.cell(Column.NAME),
                            role(line).orElse(Role.EMPLOYEE)));
        }
        desk.addAll(of, PartKind.PERSON, typed)
                .forEach((id, what) ->
                        wrong.put(lines.getOrDefault(id, csv.lines().getFirst()), what));
        if (!wrong.isEmpty()) {
            return List.of();
        }
        Map<PersonId, String> secrets;
        try {
            secrets = invitations.inviteAll(of.company(), accounts);
        } catch (UserNameTakenException _) {
            // Somebody else took a name in this very moment: whose it is, is found at the next try.
            typed.keySet().forEach(id -> desk.remove(of, PartKind.PERSON, id));
            wrong.put(csv.lines().getFirst(), List.of(Sentence.of("people.taken")));
            return List.of();
        } catch (CompanyFullException _) {
            typed.keySet().forEach(id -> desk.remove(of, PartKind.PERSON, id));
            wrong.put(csv.lines().getLast(), List.of(Sentence.of(FULL)));
            return List.of();
        }
        return accounts.stream()
                .map(one ->
                        new Added(
                                one.displayName(),
                                one.userName(),
                                secrets.getOrDefault(one.id(), "")))
                .toList();
    }

    private static Map<String, String> fields(Line line, String extension) {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", line.cell(Column.NAME));
        fields.put("extension", extension);
        fields.put("email", line.cell(Column.EMAIL));
        fields.put("department", line.cell(Column.DEPARTMENT));
        return fields;
    }
}
