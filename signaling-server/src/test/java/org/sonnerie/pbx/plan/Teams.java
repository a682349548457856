package org.sonnerie.pbx.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.plan.ReachRule.Callers.Withheld;
import org.sonnerie.pbx.plan.Ringing.Meanwhile;
import org.sonnerie.pbx.plan.Ringing.Strategy;

/** Companies of the tests whose groups ring in other ways, and whose people are reached so. */
public final class Teams {
    public static final GroupId IN_ORDER = new GroupId("in-order");
    public static final GroupId BY_TURNS = new GroupId("by-turns");

    private Teams() {}

    /**
     * A company with a group rung in order (201, with music; then to Bob), one by turns (202), and
     * Alice and Bob, who forward to each other; Alice has a mobile, too. Whoever withholds his
     * number and wants Carol gets Alice.
     */
    public static CompanyPlan busy(CompanyPlan plan) {
        List<PersonId> all = List.of(DemoCompany.BOB, DemoCompany.ALICE, DemoCompany.CAROL);
        Destination bob = new Destination.ToPerson(DemoCompany.BOB);
        Destination alice = new Destination.ToPerson(DemoCompany.ALICE);
        List<RingGroup> groups = new ArrayList<>(plan.groups());
        groups.add(
                new RingGroup(
                        IN_ORDER,
                        "In order",
                        "201",
                        all,
                        25,
                        new Ringing(Strategy.IN_ORDER, 10, Meanwhile.MUSIC),
                        Optional.of(bob),
                        false));
        groups.add(
                new RingGroup(
                        BY_TURNS,
                        "By turns",
                        "202",
                        all,
                        25,
                        new Ringing(Strategy.ROUND_ROBIN, 10, Meanwhile.RING_BACK),
                        Optional.empty(),
                        false));
        Destination outside = new Destination.ToOutside("+33145678901", false);
        Reach bobs = forward(forward(Reach.When.NO_ANSWER, alice), Reach.When.BUSY, outside);
        CompanyPlan known = reached(plan.with(plan.people(), groups), DemoCompany.BOB, bobs);
        Reach alices = followed(forward(Reach.When.NO_ANSWER, bob), 5);
        ReachRule hers = new ReachRule("Anonymous", new Withheld(), Map.of(), Optional.of(alice));
        Reach carols = ruled(forward(Reach.When.BUSY, bob), List.of(hers));
        return reached(reached(known, DemoCompany.ALICE, alices), DemoCompany.CAROL, carols);
    }

    /** The demo company; Sales (200) is all three, rung for 10 seconds each, 25 in all. */
    public static CompanyPlan sales(
            Strategy strategy, Meanwhile hears, Optional<Destination> otherwise) {
        CompanyPlan plan = DemoCompany.plan();
        return plan.with(
                plan.people(),
                List.of(
                        new RingGroup(
                                DemoCompany.SALES,
                                "Sales",
                                "200",
                                List.of(DemoCompany.ALICE, DemoCompany.BOB, DemoCompany.CAROL),
                                25,
                                new Ringing(strategy, 10, hears),
                                otherwise,
                                false)));
    }

    /** The same company with somebody who is reached so. */
    public static CompanyPlan reached(CompanyPlan plan, PersonId who, Reach reach) {
        List<Person> people = new ArrayList<>(plan.people());
        people.replaceAll(one ->
                one.id().equals(who)
                        ? new Person(
                                one.id(),
                                one.name(),
                                one.extension(),
                                one.ringSeconds(),
                                one.callWaiting(),
                                reach)
                        : one);
        return plan.with(people, plan.groups());
    }

    /** Somebody whose calls go elsewhere at that. */
    public static Reach forward(Reach.When when, Destination to) {
        return forward(Reach.PHONE_ONLY, when, to);
    }

    /** The same; calls go elsewhere at that, too. */
    public static Reach forward(Reach reach, Reach.When when, Destination to) {
        return new Reach(
                reach.doNotDisturb(),
                when == Reach.When.ALWAYS ? Optional.of(to) : reach.always(),
                when == Reach.When.BUSY ? Optional.of(to) : reach.busy(),
                when == Reach.When.NO_ANSWER ? Optional.of(to) : reach.noAnswer(),
                when == Reach.When.UNREACHABLE ? Optional.of(to) : reach.unreachable(),
                reach.followMe());
    }

    /** The same; his phone does not ring. */
    public static Reach undisturbed(Reach reach) {
        return new Reach(
                true,
                reach.always(),
                reach.busy(),
                reach.noAnswer(),
                reach.unreachable(),
                reach.followMe());
    }

    /** The same with rules. */
    public static Reach ruled(Reach reach, List<ReachRule> rules) {
        return new Reach(
                reach.doNotDisturb(),
                reach.always(),
                reach.busy(),
                reach.noAnswer(),
                reach.unreachable(),
                reach.followMe(),
                rules,
                reach.blocked());
    }

    /** The same; after so many seconds his mobile rings, too. */
    public static Reach followed(Reach reach, int afterSeconds) {
        return new Reach(
                reach.doNotDisturb(),
                reach.always(),
                reach.busy(),
                reach.noAnswer(),
                reach.unreachable(),
                Optional.of(new FollowMe("06 98 76 54 32", afterSeconds)));
    }
}
