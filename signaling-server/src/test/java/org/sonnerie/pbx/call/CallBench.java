package org.sonnerie.pbx.call;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.LoggedCall;

/**
 * Measures the pure machine on one core: events decided in a second, and the story of a long call.
 * Run by {@code ./pbx bench} and by nothing else: its name is not that of a test. The property
 * {@code sonnerie.bench} names the file for JSON.
 */
final class CallBench {
    private static final int ROUNDS = 7;
    private static final int CALLS = 40_000;
    private static final int STORIES = 200;
    private static final int HOLDS = 47;
    private static final int COLLEAGUES = 1_000;
    private static final int FIRST_EXTENSION = 10_000;

    /** One measured number. */
    private record Figure(String what, double measured, String unit, double goal, boolean most) {
        String row() {
            boolean met = most ? measured < goal : measured >= goal;
            return String.format(
                    Locale.ROOT,
                    "%-72s %10.2f %-4s %s %.0f%s",
                    what,
                    measured,
                    unit,
                    most ? "under" : "at least",
                    goal,
                    met ? "" : "    <-- not met");
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"what\": \"%s\", \"value\": %.3f, \"unit\": \"%s\", \"goal\": %.0f}",
                    what,
                    measured,
                    unit,
                    goal);
        }
    }

    @Test
    void measure() throws IOException {
        List<Figure> figures =
                List.of(
                        new Figure(
                                "events decided by one core in a company of 1,000, in thousands a second",
                                decisionsPerSecond() / 1_000,
                                "k/s",
                                200,
                                false),
                        new Figure("story of a call of 100 events", storyMillis(), "ms", 5, true));
        figures.forEach(figure -> System.out.println(figure.row()));
        Files.writeString(
                Path.of(System.getProperty("sonnerie.bench", "target/calls.json")),
                "[" + String.join(", ", figures.stream().map(Figure::json).toList()) + "]\n");
    }

    /** From outside through the menu to a group, one of whom answers, to the end. */
    private static LoggedCall throughTheMenu() {
        Scenario scenario = new Scenario(ofAThousand(DemoCompany.plan()));
        scenario.outsider.calls("+15550100100");
        scenario.passes(2);
        scenario.outsider.presses("1");
        scenario.passes(2);
        scenario.alice.rings();
        scenario.bob.rings();
        scenario.passes(4);
        scenario.bob.declines();
        scenario.alice.answers();
        scenario.passes(42);
        scenario.outsider.hangsUp();
        return scenario.logged();
    }

    private static CompanyPlan ofAThousand(CompanyPlan plan) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < COLLEAGUES; i++) {
            PersonId id = new PersonId("colleague-" + i);
            people.add(new Person(id, "Colleague " + i, "" + (FIRST_EXTENSION + i)));
        }
        people.addAll(plan.people());
        return plan.with(people, plan.groups());
    }

    private static LoggedCall heldOften() {
        Scenario scenario = new Scenario();
        scenario.alice.dials("102");
        scenario.bob.rings();
        scenario.bob.answers();
        for (int i = 0; i < HOLDS; i++) {
            scenario.passes(3);
            scenario.alice.holds();
            scenario.passes(3);
            scenario.alice.resumes();
        }
        scenario.alice.hangsUp();
        return scenario.logged();
    }

    /** By the time this thread had a core, so that what else runs on the machine does not count. */
    private static double decisionsPerSecond() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        LoggedCall call = throughTheMenu();
        List<Double> perSecond = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long began = threads.getCurrentThreadCpuTime();
            long decided = 0;
            for (int i = 0; i < CALLS; i++) {
                Call end = Call.replay(call.id(), call.plan(), call.events());
                if (!end.ended()) {
                    throw new IllegalStateException("the call goes on");
                }
                decided += call.events().size();
            }
            perSecond.add(decided * 1e9 / (threads.getCurrentThreadCpuTime() - began));
        }
        return median(perSecond);
    }

    private static double storyMillis() {
        LoggedCall call = heldOften();
        if (call.events().size() < 98) {
            throw new IllegalStateException("only " + call.events().size() + " events");
        }
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < STORIES; i++) {
            long began = System.nanoTime();
            List<String> lines = Told.lines(call, Locale.FRENCH);
            if (lines.isEmpty()) {
                throw new IllegalStateException("nothing is told");
            }
            millis.add((System.nanoTime() - began) / 1e6);
        }
        return median(millis.subList(STORIES / 2, STORIES));
    }

    private static double median(List<Double> measured) {
        List<Double> sorted = new ArrayList<>(measured);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
