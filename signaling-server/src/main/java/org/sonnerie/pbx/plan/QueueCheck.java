package org.sonnerie.pbx.plan;

import java.util.HashSet;
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
    private final BiConsumer<String, String> problem;
    private final BiConsumer<String, Destination> leads;

    /**
     * A check.
     *
     * @param plan where people stand
     * @param problem takes a place and what is wrong there
     * @param leads takes a place and where something leads, to be checked
     */
    QueueCheck(
            CompanyPlan plan,
            BiConsumer<String, String> problem,
            BiConsumer<String, Destination> leads) {
        this.plan = plan;
        this.problem = problem;
        this.leads = leads;
    }

    void queue(Queue queue) {
        String place = "queue \"" + queue.name() + "\"";
        agents(place, queue);
        Serving serving = queue.serving();
        within(place + ", ringSeconds", serving.ringSeconds(), 1, LONGEST_RINGING_SECONDS);
        within(place + ", wrapUpSeconds", serving.wrapUpSeconds(), 0, LONGEST_WRAP_UP_SECONDS);
        waiting(place, queue.waiting());
        int every = queue.telling().everySeconds();
        if (every != 0) {
            within(
                    place + ", announceSeconds",
                    every,
                    SHORTEST_MUSIC_SECONDS,
                    LONGEST_WAIT_SECONDS);
        }
    }

    private void agents(String place, Queue queue) {
        Set<PersonId> seen = new HashSet<>();
        for (PersonId agent : queue.agents()) {
            if (!seen.add(agent)) {
                problem.accept(place, agent + " stands there twice");
            } else if (plan.person(agent).isEmpty()) {
                problem.accept(place, "there is no person " + agent);
            }
        }
    }

    private void waiting(String place, Waiting waiting) {
        within(place + ", maxCallers", waiting.mostCallers(), 1, MOST_CALLERS);
        within(place + ", maxWaitSeconds", waiting.longestSeconds(), 1, LONGEST_WAIT_SECONDS);
        Waiting.Overflow overflow = waiting.overflow();
        overflow.full().ifPresent(to -> leads.accept(place + ", whenFull", to));
        overflow.tooLong().ifPresent(to -> leads.accept(place + ", whenTooLong", to));
        overflow.noAgents().ifPresent(to -> leads.accept(place + ", whenNoAgents", to));
        waiting.keys()
                .forEach((key, to) -> {
                    String where = place + ", key " + key;
                    if ("0123456789*".indexOf(key) < 0) {
                        problem.accept(where, "there is no such key in a queue");
                    }
                    leads.accept(where, to);
                });
    }

    private void within(String place, int number, int least, int most) {
        if (number < least || number > most) {
            problem.accept(place, "it is " + number + ", not " + least + " to " + most);
        }
    }
}
