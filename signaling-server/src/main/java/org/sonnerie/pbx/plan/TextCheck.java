package org.sonnerie.pbx.plan;

import java.util.Optional;
import java.util.function.BiConsumer;

/** Looks for texts that are longer than forms let them be, and pages and telephones can show. */
final class TextCheck {
    /** Of whatever somebody names. */
    static final int LONGEST_NAME = 200;

    /** RFC 1035 section 2.3.4. */
    static final int LONGEST_HOST = 253;

    /** RFC 5321 section 4.5.3.1.3, without the angle brackets. */
    static final int LONGEST_ADDRESS = 254;

    private static final String NAME = "name";

    private final CompanyPlan plan;
    private final BiConsumer<Spot, Flaw> problem;

    /**
     * For a plan.
     *
     * @param plan to be looked at
     * @param problem takes the spot and what is wrong there
     */
    TextCheck(CompanyPlan plan, BiConsumer<Spot, Flaw> problem) {
        this.plan = plan;
        this.problem = problem;
    }

    void run() {
        check(Spot.only("company").at(NAME), plan.facts().name(), LONGEST_NAME);
        plan.places().forEach(one -> name(Spot.of(one), one.name()));
        plan.people().forEach(this::person);
        plan.flow().hours().forEach(this::hours);
        plan.outside().trunks().forEach(this::trunk);
        plan.outside().screening().lists().forEach(one -> name(Spot.of(one), one.name()));
    }

    private void person(Person person) {
        Spot spot = Spot.of(person);
        Contact contact = person.contact();
        check(spot.at("department"), contact.listing().department(), LONGEST_NAME);
        check(spot.at("email"), contact.email(), LONGEST_ADDRESS);
    }

    private void hours(Hours hours) {
        Spot spot = Spot.of(hours);
        name(spot, hours.name());
        hours.holidays().forEach(one -> check(spot.at("holidays"), one.name(), LONGEST_NAME));
    }

    private void trunk(Trunk trunk) {
        Spot spot = Spot.of(trunk);
        name(spot, trunk.name());
        check(spot.at("host"), trunk.carrier().host(), LONGEST_HOST);
        trunk.registration().ifPresent(one -> registration(spot.at("registration"), one));
    }

    private void registration(Spot spot, Registration account) {
        check(spot.at("user"), account.user(), LONGEST_NAME);
        check(spot.at("authUser"), account.authUser(), LONGEST_NAME);
        check(spot.at("registrar"), account.registrar(), LONGEST_HOST);
        check(spot.at("realm"), account.realm(), LONGEST_NAME);
    }

    private void name(Spot spot, String name) {
        check(spot.at(NAME), name, LONGEST_NAME);
    }

    private void check(Spot spot, Optional<String> text, int most) {
        text.ifPresent(given -> check(spot, given, most));
    }

    private void check(Spot spot, String text, int most) {
        if (text.length() > most) {
            problem.accept(spot, Flaw.of("too-long", most));
        }
    }
}
