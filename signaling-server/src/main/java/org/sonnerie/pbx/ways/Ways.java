package org.sonnerie.pbx.ways;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Menu;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.PublicNumber;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.plan.Route;
import org.sonnerie.pbx.plan.ScreeningRule;
import org.sonnerie.pbx.plan.Waiting;
import org.sonnerie.pbx.ways.Way.Circumstance;
import org.sonnerie.pbx.ways.Way.Start;
import org.sonnerie.pbx.ways.Way.Step;

/**
 * Finds the paths to a person: from each number of the company and for each screened caller through
 * menus, hours, announcements, groups and forwards; and from the extensions that no such path
 * passes. No path passes a place twice. Pure; used for one question and then gone.
 */
final class Ways {
    /** More than anybody reads. */
    static final int MOST = 200;

    /** A plan whose menus all lead to each other has more paths than there is time. */
    private static final int MOST_STEPS = 20_000;

    private final CompanyPlan plan;
    private final PersonId person;
    private final List<Way> found = new ArrayList<>();
    private final Set<Destination> passed = new LinkedHashSet<>();
    private final Set<Destination> onTheWay = new LinkedHashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private Start start = new Start.FromWithin("");
    private int taken;

    private Ways(CompanyPlan plan, PersonId person) {
        this.plan = plan;
        this.person = person;
    }

    static List<Way> to(CompanyPlan plan, PersonId person) {
        Ways ways = new Ways(plan, person);
        ways.find();
        return List.copyOf(ways.found);
    }

    private void find() {
        plan.person(person).ifPresent(me -> begin(new Start.FromWithin(me.extension()), to(me)));
        for (PublicNumber number : plan.outside().numbers()) {
            begin(new Start.FromOutside(number.e164()), number.destination());
        }
        for (ScreeningRule rule : plan.outside().screening().rules()) {
            begin(new Start.Screened(rule.callers(), rule.numbers()), rule.destination());
        }
        for (RingGroup group : plan.groups()) {
            fromWithin(group.extension(), new Destination.ToGroup(group.id()));
        }
        for (Queue queue : plan.flow().queues()) {
            fromWithin(queue.extension(), new Destination.ToQueue(queue.id()));
        }
        for (Menu menu : plan.menus()) {
            fromWithin(menu.extension(), new Destination.ToMenu(menu.id()));
        }
        for (Route route : plan.flow().routes()) {
            fromWithin(route.extension(), new Destination.ToRoute(route.id()));
        }
        for (Person other : plan.people()) {
            fromWithin(other.extension(), to(other));
        }
    }

    private static Destination to(Person one) {
        return new Destination.ToPerson(one.id());
    }

    private void fromWithin(String extension, Destination place) {
        if (!extension.isEmpty() && !passed.contains(place)) {
            begin(new Start.FromWithin(extension), place);
        }
    }

    private void begin(Start newStart, Destination first) {
        start = newStart;
        go(first);
    }

    private void arrive() {
        if (found.size() < MOST) {
            found.add(new Way(start, steps));
            passed.addAll(onTheWay);
        }
    }

    private void go(Destination place) {
        if (++taken > MOST_STEPS || found.size() >= MOST || !onTheWay.add(place)) {
            return;
        }
        if (place.equals(new Destination.ToPerson(person))) {
            arrive();
        } else {
            with(new Step.At(place), () -> pass(place));
        }
        onTheWay.remove(place);
    }

    private void with(Step step, Runnable onward) {
        steps.add(step);
        onward.run();
        steps.removeLast();
    }

    private void go(Circumstance why, Optional<Destination> next) {
        next.ifPresent(place -> with(new Step.Where(why), () -> go(place)));
    }

    private void pass(Destination place) {
        switch (place) {
            case Destination.ToPerson(var other) -> plan.person(other).ifPresent(this::forwards);
            case Destination.ToGroup(var id) -> plan.group(id).ifPresent(this::group);
            case Destination.ToQueue(var id, int _) -> plan.queue(id).ifPresent(this::queue);
            case Destination.ToMenu(var id) -> plan.menu(id).ifPresent(this::menu);
            case Destination.ToRoute(var id) -> plan.route(id).ifPresent(this::route);
            case Destination.ToAnnouncement(var id) ->
                    plan.announcement(id).ifPresent(one -> go(one.then()));
            case Destination.ToRoom _,
                    Destination.ToHangUp _,
                    Destination.ToOutside _,
                    Destination.ToEcho _,
                    Destination.ToMusic _,
                    Destination.ToNowhere _,
                    Destination.ToMailbox _,
                    Destination.ToOwnMailbox _,
                    Destination.ToMailboxOf _,
                    Destination.ToVoicemailAccess _,
                    Destination.ToDirectory _,
                    Destination.ToPark _,
                    Destination.ToSlot _,
                    Destination.ToPickup _ -> {}
        }
    }

    private void forwards(Person other) {
        other.reach().rules().stream()
                .flatMap(rule -> rule.to().stream())
                .distinct()
                .forEach(next -> with(new Step.ByRule(other.id()), () -> go(next)));
        for (Reach.When when : Reach.When.values()) {
            other.reach()
                    .forward(when)
                    .ifPresent(next -> with(new Step.Forwards(other.id(), when), () -> go(next)));
        }
    }

    private void group(RingGroup group) {
        if (group.members().contains(person)) {
            arrive();
        }
        go(Circumstance.NOBODY_ANSWERED, group.otherwise());
    }

    private void queue(Queue queue) {
        if (queue.agents().contains(person)) {
            arrive();
        }
        queue.waiting().keys().forEach((key, next) -> with(new Step.Key(key), () -> go(next)));
        Waiting.Overflow overflow = queue.waiting().overflow();
        Stream.of(overflow.full(), overflow.tooLong(), overflow.noAgents())
                .flatMap(Optional::stream)
                .distinct()
                .forEach(next -> go(Circumstance.NOT_SERVED, Optional.of(next)));
    }

    private void menu(Menu menu) {
        menu.keys().forEach((key, next) -> with(new Step.Key(key), () -> go(next)));
        go(Circumstance.NOTHING_TYPED, menu.patience().nothingTyped());
        go(Circumstance.NOT_UNDERSTOOD, menu.patience().notUnderstood());
        if (menu.extensionsDialable()) {
            plan.person(person)
                    .ifPresent(me -> with(new Step.Typed(me.extension()), () -> go(to(me))));
        }
    }

    private void route(Route route) {
        go(Circumstance.OPEN, Optional.of(route.open()));
        go(Circumstance.CLOSED, Optional.of(route.closed()));
        go(Circumstance.HOLIDAY, route.holiday());
    }
}
