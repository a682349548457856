package org.sonnerie.pbx.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Looks for hours that contradict themselves, and for ways that lead back to themselves. */
final class FlowCheck {
    private final CompanyPlan plan;
    private final BiConsumer<String, String> problem;

    /**
     * A check.
     *
     * @param plan to be checked
     * @param problem takes a place and what is wrong there
     */
    FlowCheck(CompanyPlan plan, BiConsumer<String, String> problem) {
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
                    String place = "menu \"" + menu.name() + "\", languages, key " + key;
                    if (key < '0' || key > '9') {
                        problem.accept(place, "a language has one of the keys 0 to 9");
                    }
                    if (menu.keys().containsKey(key)) {
                        problem.accept(place, "it leads somewhere already");
                    }
                });
    }

    private void hours(Hours hours) {
        String place = "hours \"" + hours.name() + "\"";
        if (hours.name().isBlank()) {
            problem.accept(place, "they have no name");
        }
        hours.week()
                .forEach((day, spans) -> {
                    List<Span> sorted =
                            spans.stream().sorted(Comparator.comparingInt(Span::from)).toList();
                    for (int i = 1; i < sorted.size(); i++) {
                        if (sorted.get(i).from() < sorted.get(i - 1).end()) {
                            problem.accept(
                                    place + ", " + day.toString().toLowerCase(Locale.ROOT),
                                    sorted.get(i - 1) + " and " + sorted.get(i) + " overlap");
                        }
                    }
                });
        for (Holiday holiday : hours.holidays()) {
            if (holiday.last().isBefore(holiday.first())) {
                problem.accept(
                        place + ", holiday \"" + holiday.name() + "\"", "it ends before it begins");
            }
        }
    }

    /** A call must not go round for ever though nobody chooses that it does. */
    private void circles() {
        Map<Destination, List<Destination>> steps = steps();
        for (Destination start : steps.keySet()) {
            circle(steps, start)
                    .ifPresent(round ->
                            problem.accept(
                                    nameOf(start),
                                    "it leads back to itself: "
                                            + String.join(
                                                    " → ",
                                                    round.stream().map(this::nameOf).toList())));
        }
    }

    /** Where a call goes on without anybody's choice. */
    private Map<Destination, List<Destination>> steps() {
        Map<Destination, List<Destination>> steps = new LinkedHashMap<>();
        Flow flow = plan.flow();
        flow.routes()
                .forEach(route ->
                        steps.put(
                                new Destination.ToRoute(route.id()),
                                present(
                                        Stream.of(
                                                Optional.of(route.open()),
                                                Optional.of(route.closed()),
                                                route.holiday()))));
        flow.announcements()
                .forEach(one ->
                        steps.put(new Destination.ToAnnouncement(one.id()), List.of(one.then())));
        flow.menus()
                .forEach(menu ->
                        steps.put(
                                new Destination.ToMenu(menu.id()),
                                present(
                                        Stream.of(
                                                menu.patience().nothingTyped(),
                                                menu.patience().notUnderstood()))));
        plan.groups()
                .forEach(group ->
                        steps.put(
                                new Destination.ToGroup(group.id()),
                                group.otherwise().stream().toList()));
        flow.queues()
                .forEach(queue ->
                        steps.put(
                                new Destination.ToQueue(queue.id()),
                                present(
                                        Stream.of(
                                                queue.waiting().overflow().full(),
                                                queue.waiting().overflow().noAgents()))));
        plan.people()
                .forEach(person ->
                        steps.put(
                                new Destination.ToPerson(person.id()),
                                person.reach().unrung().toList()));
        return steps;
    }

    private static List<Destination> present(Stream<Optional<Destination>> destinations) {
        return destinations.flatMap(Optional::stream).toList();
    }

    /** The shortest way from a step back to it; breadth first. */
    private static Optional<List<Destination>> circle(
            Map<Destination, List<Destination>> steps, Destination start) {
        List<List<Destination>> ways = new ArrayList<>(List.of(List.of(start)));
        for (int i = 0; i < ways.size(); i++) {
            List<Destination> way = ways.get(i);
            for (Destination next : steps.getOrDefault(way.getLast(), List.of())) {
                List<Destination> longer = new ArrayList<>(way);
                longer.add(next);
                if (next.equals(start)) {
                    return Optional.of(longer);
                }
                boolean seen = ways.stream().anyMatch(known -> known.contains(next));
                if (!seen) {
                    ways.add(longer);
                }
            }
        }
        return Optional.empty();
    }

    private String nameOf(Destination step) {
        return plan.at(step).map(CompanyPlan.Place::toString).orElseGet(step::toString);
    }
}
