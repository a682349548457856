package org.sonnerie.pbx.queues;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.queue.AgentDoes;
import org.sonnerie.pbx.runtime.Phones;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.runtime.QueueWatch;
import org.springframework.stereotype.Component;

/** How the queues of a company stand now. Thread safe. */
@Component
public class QueueBoard {
    private final Plans plans;
    private final QueueWatch watch;
    private final DutyRoster roster;
    private final Phones phones;
    private final InstantSource clock;

    QueueBoard(
            Plans plans, QueueWatch watch, DutyRoster roster, Phones phones, InstantSource clock) {
        this.plans = plans;
        this.watch = watch;
        this.roster = roster;
        this.phones = phones;
        this.clock = clock;
    }

    /**
     * A queue.
     *
     * @param id names it
     * @param name as shown
     * @param extension 2 to 6 digits
     * @param callers who waits, in the order of their turns
     * @param agents who serves it
     */
    public record Line(
            String id, String name, String extension, List<Waiting> callers, List<Server> agents) {}

    /**
     * Somebody who waits.
     *
     * @param caller who
     * @param since when he came
     * @param seconds how long he has waited
     * @param priority 0 to 9
     * @param rung agents are rung for him
     */
    public record Waiting(Named caller, Instant since, long seconds, int priority, boolean rung) {}

    /**
     * An agent.
     *
     * @param person who
     * @param name as shown
     * @param duty whether he serves
     * @param reachable whether his phone can ring
     * @param does what he does for the queues
     * @param served how many calls he has served since the server started
     */
    public record Server(
            PersonId person,
            String name,
            DutyState duty,
            boolean reachable,
            AgentDoes does,
            int served) {}

    /**
     * All queues.
     *
     * @param company whose
     * @return in the order of the plan
     */
    public List<Line> of(CompanyId company) {
        CompanyPlan plan = plans.current(company);
        return plan.flow().queues().stream().map(queue -> line(plan, queue)).toList();
    }

    /**
     * Who waits in the queues that somebody serves.
     *
     * @param company whose
     * @param agent who
     * @return in the order of the plan; none: he is no agent
     */
    public List<Served> waitingFor(CompanyId company, PersonId agent) {
        return served(plans.current(company), agent)
                .map(queue ->
                        new Served(
                                queue.id().text(),
                                queue.name(),
                                watch.waiting(company, queue.id())))
                .toList();
    }

    /**
     * A queue as its agents may see it.
     *
     * @param id names it
     * @param name as shown
     * @param callers who waits, in the order of their turns
     */
    public record Served(String id, String name, List<QueueWatch.Waiting> callers) {
        /** Copies the list. */
        public Served {
            callers = List.copyOf(callers);
        }
    }

    /**
     * The queues that somebody serves.
     *
     * @param company whose
     * @param agent who
     * @return empty: he is no agent
     */
    public List<Line> servedBy(CompanyId company, PersonId agent) {
        CompanyPlan plan = plans.current(company);
        return served(plan, agent).map(queue -> line(plan, queue)).toList();
    }

    private static Stream<Queue> served(CompanyPlan plan, PersonId agent) {
        return plan.flow().queues().stream().filter(queue -> queue.agents().contains(agent));
    }

    /**
     * Whether somebody is an agent.
     *
     * @param company whose
     * @param person who
     * @return true: he serves a queue of the current plan
     */
    public boolean isAgent(CompanyId company, PersonId person) {
        return plans.current(company).flow().queues().stream()
                .anyMatch(queue -> queue.agents().contains(person));
    }

    private Line line(CompanyPlan plan, Queue queue) {
        return new Line(
                queue.id().text(),
                queue.name(),
                queue.extension(),
                watch.waiting(plan.company(), queue.id()).stream().map(this::waiting).toList(),
                queue.agents().stream().map(agent -> server(plan, agent)).toList());
    }

    private Waiting waiting(QueueWatch.Waiting one) {
        long seconds = Duration.between(one.since(), clock.instant()).toSeconds();
        return new Waiting(one.who(), one.since(), seconds, one.priority(), one.rung());
    }

    private Server server(CompanyPlan plan, PersonId agent) {
        return new Server(
                agent,
                plan.person(agent).map(one -> one.name()).orElse(agent.text()),
                roster.of(plan.company(), agent),
                phones.reachable(agent),
                watch.does(plan.company(), agent),
                watch.served(plan.company(), agent));
    }
}
