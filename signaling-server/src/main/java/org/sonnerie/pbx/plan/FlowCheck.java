package org.sonnerie.pbx.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Looks for hours that contradict themselves, and for ways that lead back to themselves. */
final class FlowCheck {
    private final CompanyPlan plan;
    private final BiConsumer<Spot, Flaw> problem;

    /**
     * A check.
     *
     * @param plan to be checked
     * @param problem takes a spot and what is wrong there
     */
    FlowCheck(CompanyPlan plan, BiConsumer<Spot, Flaw> problem) {
        this.plan = plan;
        this.problem = problem;
    }

    void run() {
        plan.flow().hours().forEach(this::hours);
        plan.menus().forEach(this::languages);
        circles();
    }

    private void languages(Menu menu) {
        menu.languages()
                .keySet()
                .forEach(key -> {
                    Spot spot = Spot.of(menu).at("languages").key(key);
                    if (key < '0' || key > '9') {
                        problem.accept(spot, Flaw.of("bad-language-key"));
                    }
                    if (menu.keys().containsKey(key)) {
                        problem.accept(spot, Flaw.of("taken-key"));
                    }
                });
    }

    private void hours(Hours hours) {
        Spot spot = Spot.of(hours);
        if (hours.name().isBlank()) {
            problem.accept(spot.on("name"), Flaw.of("nameless-hours"));
        }
        hours.week()
                .forEach((day, spans) -> {
                    List<Span> sorted =
                            spans.stream().sorted(Comparator.comparingInt(Span::from)).toList();
                    for (int i = 1; i < sorted.size(); i++) {
                        if (sorted.get(i).from() < sorted.get(i - 1).end()) {
                            problem.accept(
                                    spot.at(
                                            "week." + Weekdays.write(day),
                                            day.toString().toLowerCase(Locale.ROOT)),
                                    Flaw.of("overlap", sorted.get(i - 1), sorted.get(i)));
                        }
                    }
                });
        for (int i = 0; i < hours.holidays().size(); i++) {
            Holiday holiday = hours.holidays().get(i);
            if (holiday.last().isBefore(holiday.first())) {
                String called = Spot.named("holiday", "", holiday.name()).place();
                problem.accept(
                        spot.at("holidays." + i, called).on("to"),
                        Flaw.of("ends-before-it-begins"));
            }
        }
    }

    /** A call must not go round for ever though nobody chooses that it does. */
    private void circles() {
        Map<Destination, List<Way>> steps = steps();
        for (Destination start : steps.keySet()) {
            circle(steps, start)
                    .ifPresent(round ->
                            plan.at(start)
                                    .ifPresent(at ->
                                            problem.accept(
                                                    Spot.of(at).on(round.getFirst().member()),
                                                    Flaw.of("circle", told(start, round)))));
        }
    }

    private Flaw.Joined told(Destination start, List<Way> round) {
        return Flaw.Joined.then(
                Stream.concat(Stream.of(start), round.stream().map(Way::to))
                        .flatMap(step -> plan.at(step).stream())
                        .map(at -> new Flaw.Named(at.kind(), at.name()))
                        .toList());
    }

    /** Where a member leads. */
    private record Way(String member, Destination to) {}

    /** Where a call goes on without anybody's choice. */
    private Map<Destination, List<Way>> steps() {
        Map<Destination, List<Way>> steps = new LinkedHashMap<>();
        Flow flow = plan.flow();
        flow.routes().forEach(route -> steps.put(new Destination.ToRoute(route.id()), ways(route)));
        flow.announcements()
                .forEach(one ->
                        steps.put(
                                new Destination.ToAnnouncement(one.id()),
                                List.of(new Way("then", one.then()))));
        flow.menus()
                .forEach(menu ->
                        steps.put(new Destination.ToMenu(menu.id()), ways(menu.patience())));
        plan.groups()
                .forEach(group ->
                        steps.put(
                                new Destination.ToGroup(group.id()),
                                way("otherwise", group.otherwise()).toList()));
        flow.queues()
                .forEach(queue ->
                        steps.put(
                                new Destination.ToQueue(queue.id()),
                                ways(queue.waiting().overflow())));
        plan.people()
                .forEach(person ->
                        steps.put(new Destination.ToPerson(person.id()), ways(person.reach())));
        return steps;
    }

    private static List<Way> ways(Route route) {
        return Stream.of(
                        Stream.of(new Way("open", route.open()), new Way("closed", route.closed())),
                        way("holiday", route.holiday()))
                .flatMap(ways -> ways)
                .toList();
    }

    private static List<Way> ways(Patience patience) {
        return Stream.concat(
                        way("afterTimeout", patience.nothingTyped()),
                        way("afterInvalid", patience.notUnderstood()))
                .toList();
    }

    private static List<Way> ways(Waiting.Overflow overflow) {
        return Stream.concat(
                        way("whenFull", overflow.full()), way("whenNoAgents", overflow.noAgents()))
                .toList();
    }

    private static List<Way> ways(Reach reach) {
        String member = reach.always().isPresent() ? "reach.always" : "reach.busy";
        return reach.unrung().map(to -> new Way(member, to)).toList();
    }

    private static Stream<Way> way(String member, Optional<Destination> to) {
        return to.stream().map(there -> new Way(member, there));
    }

    /** The shortest way from a step back to it; breadth first. */
    private static Optional<List<Way>> circle(
            Map<Destination, List<Way>> steps, Destination start) {
        List<List<Way>> known = new ArrayList<>();
        Set<Destination> seen = new HashSet<>();
        known.add(List.of());
        for (int i = 0; i < known.size(); i++) {
            List<Way> gone = known.get(i);
            Destination at = gone.isEmpty() ? start : gone.getLast().to();
            for (Way next : steps.getOrDefault(at, List.of())) {
                List<Way> longer = new ArrayList<>(gone);
                longer.add(next);
                if (next.to().equals(start)) {
                    return Optional.of(longer);
                }
                if (seen.add(next.to())) {
                    known.add(longer);
                }
            }
        }
        return Optional.empty();
    }
}
