package org.sonnerie.pbx.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo company of the tests with more people and a directory of their names. */
public final class Phonebook {
    public static final String NUMBER = "+15550100600";

    private static final Listing UNLISTED = new Listing(false, Optional.empty());

    private Phonebook() {}

    /** Whose directory is *411, key 3 of the menu and a number of its own; Carol is not in it. */
    public static CompanyPlan plan() {
        return in(DemoCompany.plan());
    }

    public static CompanyPlan in(CompanyPlan plan) {
        return withDirectory(plan.with(people(), plan.groups()));
    }

    /** The same people with a directory. */
    public static CompanyPlan withDirectory(CompanyPlan plan) {
        return plan.with(menu(plan)).with(outside(plan));
    }

    /** The same company, where nobody wants to be in it. */
    public static CompanyPlan nobodyListed() {
        CompanyPlan plan = plan();
        return plan.with(
                plan.people().stream().map(one -> listed(one, UNLISTED)).toList(), plan.groups());
    }

    private static List<Person> people() {
        return List.of(
                listed(
                        new Person(DemoCompany.ALICE, "Alice Durand", "101"),
                        new Listing(true, Optional.of("Sales"))),
                new Person(DemoCompany.BOB, "Bob Moreau", "102"),
                listed(new Person(DemoCompany.CAROL, "Carol Petit", "103"), UNLISTED),
                new Person(new PersonId("alice2"), "Alice Durand", "104"),
                new Person(new PersonId("anne"), "Anne de la Tour", "105"),
                new Person(new PersonId("zoe"), "Zoé Zwicky", "106"),
                new Person(new PersonId("zoe2"), "Zoé Petit", "107"));
    }

    private static Person listed(Person person, Listing listing) {
        return person.with(person.contact().with(listing));
    }

    private static Flow menu(CompanyPlan plan) {
        Menu known = plan.menus().getFirst();
        Map<Character, Destination> keys = new LinkedHashMap<>(known.keys());
        keys.put('3', new Destination.ToDirectory());
        Menu menu =
                new Menu(
                        known.id(),
                        known.name(),
                        known.extension(),
                        known.greeting(),
                        keys,
                        known.extensionsDialable(),
                        known.patience(),
                        known.languages());
        Flow flow = plan.flow();
        return new Flow(
                List.of(menu), flow.hours(), flow.routes(), flow.announcements(), flow.queues());
    }

    private static Outside outside(CompanyPlan plan) {
        Outside outside = plan.outside();
        List<PublicNumber> numbers = new ArrayList<>(outside.numbers());
        numbers.add(new PublicNumber(NUMBER, new Destination.ToDirectory()));
        Map<String, Destination> codes = new LinkedHashMap<>(outside.rules().codes());
        codes.put("*411", new Destination.ToDirectory());
        return new Outside(
                numbers,
                outside.trunks(),
                new DialRules(
                        codes, outside.rules().openCallingCodes(), outside.rules().parkSlots()),
                outside.screening());
    }
}
