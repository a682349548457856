package org.sonnerie.pbx.runtime.fake;

import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sonnerie.pbx.plan.Carrier;
import org.sonnerie.pbx.plan.CompanyFacts;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.DialRules;
import org.sonnerie.pbx.plan.Flow;
import org.sonnerie.pbx.plan.Outside;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.PlanVersion;
import org.sonnerie.pbx.plan.PublicNumber;
import org.sonnerie.pbx.plan.Room;
import org.sonnerie.pbx.plan.RoomId;
import org.sonnerie.pbx.plan.Trunk;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.runtime.Plans;

/** One company with anna 11, ben 12, room 40 (PIN 1234) and one trunk. */
public final class OneCompany implements Plans {
    public static final PersonId ANNA = new PersonId("anna");
    public static final PersonId BEN = new PersonId("ben");
    public static final TrunkId TRUNK = new TrunkId("line");
    private static final CompanyId COMPANY = new CompanyId("acme");

    private final CompanyPlan plan;

    public OneCompany() {
        this(UnaryOperator.identity());
    }

    /** The same company with a change. */
    public OneCompany(UnaryOperator<CompanyPlan> change) {
        plan = change.apply(usual());
    }

    private static CompanyPlan usual() {
        return new CompanyPlan(
                COMPANY,
                PlanVersion.of(3),
                new CompanyFacts("Acme", "FR", "en", ZoneId.of("Europe/Paris")),
                List.of(new Person(ANNA, "Anna", "11"), new Person(BEN, "Ben", "12")),
                List.of(),
                Flow.ofMenus(),
                List.of(new Room(new RoomId("r"), "Big", "40", "1234", Optional.empty())),
                new Outside(
                        List.of(new PublicNumber("+33100000011", new Destination.ToPerson(ANNA))),
                        List.of(trunk()),
                        DialRules.usual(List.of("33"))));
    }

    private static Trunk trunk() {
        var carrier =
                new Carrier(
                        "127.0.0.1",
                        5070,
                        Carrier.Transport.UDP,
                        List.of("127.0.0.1"),
                        List.of(Carrier.Codec.PCMA),
                        List.of());
        return new Trunk(TRUNK, "Line", carrier, Optional.of("+33100000011"), Optional.empty());
    }

    @Override
    public Optional<CompanyId> companyOf(PersonId person) {
        return plan.person(person).map(_ -> COMPANY);
    }

    @Override
    public Optional<CompanyId> companyOf(TrunkId trunk) {
        return plan.trunk(trunk).map(_ -> COMPANY);
    }

    @Override
    public List<CompanyPlan> all() {
        return List.of(plan);
    }

    @Override
    public CompanyPlan current(CompanyId company) {
        if (!company.equals(COMPANY)) {
            throw new NoSuchElementException(company.text());
        }
        return plan;
    }

    @Override
    public Optional<CompanyPlan> version(CompanyId company, PlanVersion version) {
        return version.equals(plan.version()) ? Optional.of(current(company)) : Optional.empty();
    }
}
