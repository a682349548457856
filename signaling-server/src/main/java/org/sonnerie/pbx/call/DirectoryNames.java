package org.sonnerie.pbx.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;

/** The names of those who want to be found by phone: how they are typed, and how they are said. */
final class DirectoryNames {
    private DirectoryNames() {}

    static List<Person> all(CompanyPlan plan) {
        return plan.people().stream()
                .filter(person -> person.contact().listing().listed())
                .sorted(Comparator.comparing(DirectoryNames::key).thenComparing(Person::extension))
                .toList();
    }

    /**
     * Whose first name or family name begins so.
     *
     * @param plan whose people
     * @param typed keys 2 to 9; empty: everybody
     * @return in the order of the alphabet
     */
    static List<PersonId> matching(CompanyPlan plan, String typed) {
        return all(plan).stream()
                .filter(person -> begins(person.name(), typed))
                .map(Person::id)
                .toList();
    }

    /** From each of its words on: "Anne-Marie de la Tour" is found by tour, delatour, marie. */
    private static boolean begins(String name, String typed) {
        String[] words = name.split("[\\s-]+", -1);
        return IntStream.range(0, words.length)
                .mapToObj(first ->
                        Letters.keys(String.join("", List.of(words).subList(first, words.length))))
                .anyMatch(keys -> keys.startsWith(typed));
    }

    private static String key(Person person) {
        return Letters.folded(person.name());
    }

    /**
     * In his own voice, or spelled; with the extension, and of several who have one name also with
     * the department.
     */
    static List<CallSound> said(
            SpokenWords words, CompanyPlan plan, Person person, DirectoryStage.Browsing among) {
        MessageId own = among.recorded().get(person.id());
        List<CallSound> said =
                new ArrayList<>(
                        own == null
                                ? words.spelled(person.name())
                                : List.of(new CallSound.Message(own)));
        if (hasNamesake(plan, person, among.found())) {
            person.contact()
                    .listing()
                    .department()
                    .ifPresent(department -> {
                        said.add(SpokenWords.word("directory-department"));
                        said.addAll(words.spelled(department));
                    });
        }
        said.add(SpokenWords.word("directory-extension"));
        said.addAll(words.digits(person.extension()));
        return said;
    }

    private static boolean hasNamesake(CompanyPlan plan, Person person, List<PersonId> among) {
        return among.stream()
                .filter(other -> !other.equals(person.id()))
                .flatMap(other -> plan.person(other).stream())
                .anyMatch(other -> key(other).equals(key(person)));
    }
}
