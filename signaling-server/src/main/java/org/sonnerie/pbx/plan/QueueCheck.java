package org.sonnerie.pbx.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Looks for what is wrong with a queue. */
final class QueueCheck {
    private static final int LONGEST_RINGING_SECONDS = 300;
    private static final int LONGEST_WRAP_UP_SECONDS = 3_600;
    private static final int LONGEST_WAIT_SECONDS = 14_400;
    private static final int MOST_CALLERS = 1_000;
    private static final int SHORTEST_MUSIC_SECONDS = 10;

    private final CompanyPlan plan;
    private final BiConsumer<Spot, Flaw> problem;
    private final BiConsumer<Spot, Destination> leads;

    /**
     * A check.
     *
     * @param plan where people stand
     * @param problem takes a spot and what is wrong there
     * @param leads takes a spot and where something leads, to be checked
     */
    QueueCheck(
            CompanyPlan plan, BiConsumer<Spot, Flaw> problem, BiConsumer<Spot, Destination> leads) {
        this.plan = plan;
        this.problem = problem;
        this.leads = leads;
    }

    void queue(Queue queue) {
        Spot spot = Spot.of(queue);
        people(spot.on("agents"), queue.agents());
        people(spot.on("supervisors"), queue.team().supervisors());
        Serving serving = queue.serving();
        within(spot.at("ringSeconds"), serving.ringSeconds(), 1, LONGEST_RINGING_SECONDS);
        within(spot.at("wrapUpSeconds"), serving.wrapUpSeconds(), 0, LONGEST_WRAP_UP_SECONDS);
        waiting(spot, queue.waiting());
        int every = queue.telling().everySeconds();
        if (every != 0) {
            within(spot.at("announceSeconds"), every, SHORTEST_MUSIC_SECONDS, LONGEST_WAIT_SECONDS);
        }
    }

    private void people(Spot spot, List<PersonId> people) {
        Set<PersonId> seen = new HashSet<>();
        for (PersonId person : people) {
            if (!seen.add(person)) {
                problem.accept(spot, Flaw.of(PlanCheck.TWICE, person));
            } else if (plan.person(person).isEmpty()) {
                problem.accept(spot, Flaw.of("no-person", person));
            }
        }
    }

    private void waiting(Spot spot, Waiting waiting) {
        within(spot.at("maxCallers"), waiting.mostCallers(), 1, MOST_CALLERS);
        within(spot.at("maxWaitSeconds"), waiting.longestSeconds(), 1, LONGEST_WAIT_SECONDS);
        Waiting.Overflow overflow = waiting.overflow();
        overflow.full().ifPresent(to -> leads.accept(spot.at("whenFull"), to));
        overflow.tooLong().ifPresent(to -> leads.accept(spot.at("whenTooLong"), to));
        overflow.noAgents().ifPresent(to -> leads.accept(spot.at("whenNoAgents"), to));
        waiting.keys()
                .forEach((key, to) -> {
                    Spot at = spot.on("keys").key(key);
                    if ("0123456789*".indexOf(key) < 0) {
                        problem.accept(at, Flaw.of("no-queue-key"));
                    }
                    leads.accept(at, to);
                });
    }

    private void within(Spot spot, int number, int least, int most) {
        if (number < least || number > most) {
            problem.accept(spot, Flaw.of("out-of-range", number, least, most));
        }
    }
}
