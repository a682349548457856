package org.sonnerie.pbx.admin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sonnerie.pbx.history.Phrase;
import org.sonnerie.pbx.history.Place;
import org.sonnerie.pbx.history.Sentence;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.Menu;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PublicNumber;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.plan.Route;

/**
 * A plan as a tree that is read from top to bottom: what a caller comes to, and where from there.
 */
final class FlowTree {
    private final CompanyPlan plan;
    private final Set<Destination> shown = new HashSet<>();

    private FlowTree(CompanyPlan plan) {
        this.plan = plan;
    }

    /**
     * A step.
     *
     * @param how the caller comes here, such as by a key; empty: he begins here
     * @param what stands here
     * @param does what happens here; empty: its name says it
     * @param address where it is changed, below {@code /admin}; empty: there is nothing to change
     * @param again whether it stands further up already, with all its steps
     * @param steps where it leads
     */
    record Step(
            Optional<Phrase> how,
            Phrase what,
            Optional<Phrase> does,
            String address,
            boolean again,
            List<Step> steps) {}

    /** The tree of a plan: a branch for each number, and one for what no number leads to. */
    static List<Step> of(CompanyPlan plan) {
        FlowTree tree = new FlowTree(plan);
        List<Step> all = new ArrayList<>();
        plan.outside().numbers().forEach(number -> all.add(tree.number(number)));
        for (Destination other : tree.inner()) {
            if (!tree.shown.contains(other)) {
                all.add(tree.step(Optional.empty(), other));
            }
        }
        return all;
    }

    private Step number(PublicNumber number) {
        return new Step(
                Optional.empty(),
                new Phrase.Plain(number.e164()),
                Optional.empty(),
                "/call-flows/numbers/" + number.e164(),
                false,
                List.of(step(Optional.of(Sentence.of("flow.leads-to")), number.destination())));
    }

    /** What callers inside, or keys of others, can come to. */
    private List<Destination> inner() {
        List<Destination> all = new ArrayList<>();
        plan.flow().routes().forEach(one -> all.add(new Destination.ToRoute(one.id())));
        plan.menus().forEach(one -> all.add(new Destination.ToMenu(one.id())));
        plan.flow()
                .announcements()
                .forEach(one -> all.add(new Destination.ToAnnouncement(one.id())));
        return all;
    }

    private Step step(Optional<Phrase> how, Destination to) {
        Phrase what = Place.of(plan, to).sentence();
        boolean again = isBranch(to) && !shown.add(to);
        return new Step(how, what, does(to), address(to), again, again ? List.of() : steps(to));
    }

    private static boolean isBranch(Destination to) {
        return to instanceof Destination.ToMenu
                || to instanceof Destination.ToRoute
                || to instanceof Destination.ToAnnouncement;
    }

    private static String address(Destination to) {
        return switch (to) {
            case Destination.ToMenu(var id) -> "/call-flows/menus/" + id;
            case Destination.ToRoute(var id) -> "/call-flows/routes/" + id;
            case Destination.ToAnnouncement(var id) -> "/call-flows/announcements/" + id;
            case Destination.ToGroup(var id) -> "/ring-groups/" + id;
            case Destination.ToQueue(var id, int _) -> "/queues/" + id;
            case Destination.ToRoom(var id) -> "/conference-rooms/" + id;
            case Destination.ToPerson(var id) -> "/people/" + id;
            default -> "";
        };
    }

    private Optional<Phrase> does(Destination to) {
        return switch (to) {
            case Destination.ToMenu(var id) -> plan.menu(id).map(FlowTree::menu);
            case Destination.ToRoute(var id) ->
                    plan.route(id)
                            .flatMap(route -> plan.hours(route.hours()))
                            .map(hours -> Sentence.of("flow.hours", hours.name()));
            case Destination.ToAnnouncement(var id) ->
                    plan.announcement(id).map(one -> Sentence.of("flow.says", one.prompt()));
            case Destination.ToGroup(var id) -> plan.group(id).map(this::group);
            case Destination.ToQueue(var id, int _) -> plan.queue(id).map(this::queue);
            default -> Optional.empty();
        };
    }

    private static Phrase menu(Menu menu) {
        return Sentence.of(
                menu.extensionsDialable() ? "flow.menu.extensions" : "flow.menu",
                menu.greeting(),
                menu.patience().timeoutSeconds(),
                menu.patience().maxTries());
    }

    private Phrase group(RingGroup group) {
        String members =
                group.members().stream()
                        .flatMap(id -> plan.person(id).stream())
                        .map(Person::name)
                        .collect(Collectors.joining(", "));
        return Sentence.of(
                "flow.group",
                members,
                Sentence.of("plan.word." + Keyword.of(group.ringing().strategy())),
                group.ringSeconds());
    }

    private Phrase queue(Queue queue) {
        return Sentence.of(
                "flow.queue",
                queue.agents().size(),
                Sentence.of("plan.word." + Keyword.of(queue.serving().strategy())));
    }

    private List<Step> steps(Destination to) {
        return switch (to) {
            case Destination.ToMenu(var id) -> plan.menu(id).map(this::keys).orElse(List.of());
            case Destination.ToRoute(var id) -> plan.route(id).map(this::route).orElse(List.of());
            case Destination.ToAnnouncement(var id) ->
                    plan.announcement(id)
                            .map(one -> List.of(then("flow.then", one.then())))
                            .orElse(List.of());
            case Destination.ToGroup(var id) -> plan.group(id).map(this::after).orElse(List.of());
            case Destination.ToQueue(var id, int _) ->
                    plan.queue(id).map(this::overflow).orElse(List.of());
            default -> List.of();
        };
    }

    private Step then(String key, Destination to) {
        return step(Optional.of(Sentence.of(key)), to);
    }

    private List<Step> keys(Menu menu) {
        List<Step> steps = new ArrayList<>(keys(menu.keys()));
        menu.patience().nothingTyped().ifPresent(to -> steps.add(then("flow.nothing-typed", to)));
        menu.patience().notUnderstood().ifPresent(to -> steps.add(then("flow.not-understood", to)));
        return steps;
    }

    private List<Step> keys(Map<Character, Destination> keys) {
        List<Step> steps = new ArrayList<>();
        keys.forEach((key, to) -> steps.add(step(Optional.of(Sentence.of("flow.key", key)), to)));
        return steps;
    }

    private List<Step> route(Route route) {
        List<Step> steps = new ArrayList<>();
        steps.add(then("flow.open", route.open()));
        steps.add(then("flow.closed", route.closed()));
        route.holiday().ifPresent(to -> steps.add(then("flow.holiday", to)));
        return steps;
    }

    private List<Step> after(RingGroup group) {
        return group.otherwise()
                .or(() ->
                        Optional.of(new Destination.ToMailbox(MailboxId.of(group.id())))
                                .filter(_ -> group.voicemail()))
                .map(to -> List.of(then("flow.nobody-answers", to)))
                .orElse(List.of());
    }

    private List<Step> overflow(Queue queue) {
        List<Step> steps = new ArrayList<>(keys(queue.waiting().keys()));
        var overflow = queue.waiting().overflow();
        overflow.full().ifPresent(to -> steps.add(then("flow.full", to)));
        overflow.tooLong().ifPresent(to -> steps.add(then("flow.too-long", to)));
        overflow.noAgents().ifPresent(to -> steps.add(then("flow.no-agents", to)));
        return steps;
    }
}
