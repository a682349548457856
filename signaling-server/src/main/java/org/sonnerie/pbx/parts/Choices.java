package org.sonnerie.pbx.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sonnerie.pbx.history.Narrator;
import org.sonnerie.pbx.history.Place;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Hours;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.publish.ReachText;

/** What can be chosen in the forms of one plan, by the names a reader sees. Immutable. */
public final class Choices {
    private static final int FEWEST_NUMBER_DIGITS = 7;

    /** A word of the plan document, for what has no label: a queue with a priority. */
    private static final Pattern WORD = Pattern.compile("[a-z-]+:[A-Za-z0-9_.-]+(:[0-9])?");

    private final Map<String, String> people = new LinkedHashMap<>();
    private final Map<String, String> targets = new LinkedHashMap<>();
    private final Map<String, String> hours = new LinkedHashMap<>();
    private final Map<String, String> byExtension = new LinkedHashMap<>();

    private final Map<String, String> codeTargets = new LinkedHashMap<>();

    /** Lists of callers, by their names. */
    private final Map<String, String> callers = new LinkedHashMap<>();

    /** What is said for callers who do not show their number. */
    private final String withheld;

    /** How people are shown, by id. */
    private final Map<String, String> peopleById = new HashMap<>();

    /** How opening hours are shown, by id. */
    private final Map<String, String> hoursById = new HashMap<>();

    /** How destinations are shown, by their words. */
    private final Map<String, String> targetsByWord = new HashMap<>();

    private final List<String> departments;
    private final List<String> prompts;
    private final List<String> languages;

    /** Where only a code leads: it depends on who dials it, or on what stands behind it. */
    private static final List<Destination> CODES_ONLY =
            List.of(
                    new Destination.ToOwnMailbox(),
                    new Destination.ToPark(),
                    new Destination.ToPickup(""));

    /** Nothing to choose from but numbers outside. */
    Choices() {
        this.departments = List.of();
        this.prompts = List.of();
        this.languages = List.of();
        this.withheld = "";
    }

    /**
     * Of a plan.
     *
     * @param plan where people and places stand
     * @param prompts names of the prompts there are
     * @param languages of the prompts
     * @param narrator knows the words
     * @param locale the reader's language
     */
    Choices(
            CompanyPlan plan,
            Set<String> prompts,
            Set<String> languages,
            Narrator narrator,
            Locale locale) {
        this.departments =
                plan.people().stream()
                        .flatMap(person -> person.contact().listing().department().stream())
                        .distinct()
                        .sorted()
                        .toList();
        this.prompts = prompts.stream().sorted().toList();
        this.languages = languages.stream().sorted().toList();
        for (Person person : plan.people()) {
            people.putIfAbsent(label(person), person.id().text());
            peopleById.put(person.id().text(), label(person));
        }
        for (Hours one : plan.flow().hours()) {
            hours.putIfAbsent(one.name(), one.id().text());
            hoursById.put(one.id().text(), one.name());
        }
        withheld = narrator.say(Sentence.of("form.withheld"), locale);
        plan.outside()
                .screening()
                .lists()
                .forEach(list -> callers.putIfAbsent(list.name(), list.id().text()));
        for (Destination to : destinations(plan)) {
            Place place = Place.of(plan, to);
            String word = ReachText.word(to);
            String label = narrator.say(place.sentence(), locale);
            targets.putIfAbsent(label, word);
            targetsByWord.put(word, label);
            if (!place.number().isEmpty()) {
                byExtension.putIfAbsent(place.number(), word);
            }
        }
        for (Destination to : CODES_ONLY) {
            String word = ReachText.word(to);
            String label = narrator.say(Place.of(plan, to).sentence(), locale).strip();
            codeTargets.put(label, word);
            targetsByWord.put(word, label);
        }
    }

    private static String label(Person person) {
        return person.name() + " (" + person.extension() + ")";
    }

    private static List<Destination> destinations(CompanyPlan plan) {
        List<Destination> all = new ArrayList<>();
        plan.people().forEach(one -> all.add(new Destination.ToPerson(one.id())));
        plan.groups().forEach(one -> all.add(new Destination.ToGroup(one.id())));
        plan.flow().queues().forEach(one -> all.add(new Destination.ToQueue(one.id())));
        plan.menus().forEach(one -> all.add(new Destination.ToMenu(one.id())));
        plan.flow().routes().forEach(one -> all.add(new Destination.ToRoute(one.id())));
        plan.flow()
                .announcements()
                .forEach(one -> all.add(new Destination.ToAnnouncement(one.id())));
        plan.rooms().forEach(one -> all.add(new Destination.ToRoom(one.id())));
        mailboxes(plan, all);
        all.add(new Destination.ToDirectory());
        all.add(new Destination.ToVoicemailAccess());
        all.add(new Destination.ToMusic());
        all.add(new Destination.ToEcho());
        all.add(new Destination.ToHangUp());
        return all;
    }

    private static void mailboxes(CompanyPlan plan, List<Destination> all) {
        plan.people().stream()
                .filter(Person::voicemail)
                .forEach(one -> all.add(new Destination.ToMailbox(MailboxId.of(one.id()))));
        plan.groups().stream()
                .filter(one -> one.voicemail())
                .forEach(one -> all.add(new Destination.ToMailbox(MailboxId.of(one.id()))));
        plan.flow().queues().stream()
                .filter(one -> one.voicemail())
                .forEach(one -> all.add(new Destination.ToMailbox(MailboxId.of(one.id()))));
    }

    /**
     * The people.
     *
     * @return such as {@code Alice (101)}
     */
    public List<String> people() {
        return List.copyOf(people.keySet());
    }

    /**
     * Where something can lead.
     *
     * @return such as {@code Ring group Sales, extension 200}
     */
    public List<String> targets() {
        return List.copyOf(targets.keySet());
    }

    /**
     * Where a code can lead.
     *
     * @return what else can, and such as {@code Park the call}
     */
    public List<String> codeTargets() {
        return Stream.concat(codeTargets.keySet().stream(), targets.keySet().stream()).toList();
    }

    /**
     * Whom a rule for callers can be about.
     *
     * @return names of lists, and words for those who do not show their number
     */
    public List<String> callers() {
        return Stream.concat(Stream.of(withheld), callers.keySet().stream()).toList();
    }

    /**
     * The departments people are in.
     *
     * @return their names
     */
    public List<String> departments() {
        return departments;
    }

    /**
     * The prompts.
     *
     * @return their names
     */
    public List<String> prompts() {
        return prompts;
    }

    /**
     * The languages of prompts.
     *
     * @return such as {@code en}
     */
    public List<String> languages() {
        return languages;
    }

    /**
     * The opening hours.
     *
     * @return their names
     */
    public List<String> hours() {
        return List.copyOf(hours.keySet());
    }

    /** Who is meant: a label, or an extension. */
    Optional<String> person(String typed) {
        return Optional.ofNullable(people.get(typed))
                .or(() ->
                        people.entrySet().stream()
                                .filter(entry -> entry.getKey().endsWith(" (" + typed + ")"))
                                .map(Map.Entry::getValue)
                                .findFirst());
    }

    /** How a person is shown; his id where the plan does not have him. */
    String personLabel(String id) {
        return peopleById.getOrDefault(id, id);
    }

    /** Which opening hours are meant. */
    Optional<String> hoursOf(String typed) {
        return Optional.ofNullable(hours.get(typed));
    }

    /** How opening hours are shown. */
    String hoursLabel(String id) {
        return hoursById.getOrDefault(id, id);
    }

    /** Where it shall lead: a label, an extension, or a number outside. */
    Optional<String> target(String typed) {
        return Optional.ofNullable(targets.get(typed))
                .or(() -> Optional.ofNullable(byExtension.get(typed)))
                .or(() -> outside(typed))
                .or(() -> Optional.of(typed).filter(word -> WORD.matcher(word).matches()));
    }

    /** Where a code shall lead. */
    Optional<String> codeTarget(String typed) {
        return Optional.ofNullable(codeTargets.get(typed))
                .or(() -> Optional.of(typed).filter(codeTargets::containsValue))
                .or(() -> target(typed));
    }

    /** Which list of callers is meant. */
    Optional<String> callers(String typed) {
        return Optional.ofNullable(callers.get(typed))
                .or(() -> Optional.of(typed).filter(callers::containsValue));
    }

    /** Whether those are meant who do not show their number. */
    boolean isWithheld(String typed) {
        return typed.equalsIgnoreCase(withheld);
    }

    /** How a list of callers is shown; empty: those who do not show their number. */
    String callersLabel(String id) {
        return id.isEmpty()
                ? withheld
                : callers.entrySet().stream()
                        .filter(list -> list.getValue().equals(id))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(id);
    }

    private static Optional<String> outside(String typed) {
        String number = FieldValues.number(typed);
        boolean international =
                number.startsWith("+")
                        && number.length() > FEWEST_NUMBER_DIGITS
                        && number.chars().skip(1).allMatch(Character::isDigit);
        return international ? Optional.of("outside:" + number) : Optional.empty();
    }

    /** How a destination's word is shown; a number outside as the number. */
    String targetLabel(String word) {
        return word.startsWith("outside:")
                ? word.substring("outside:".length())
                : targetsByWord.getOrDefault(word, word);
    }
}
