package org.sonnerie.pbx.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.QueueStay;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.Serving;

/**
 * All queues of one company: who waits, and which agent is rung for whom. It follows from what the
 * calls are, so nothing has to be entered or left: {@link #keep} and {@link #gone} tell how a call
 * is now. What it remembers of agents lasts as long as the server runs. Not thread safe.
 */
public final class Lines {
    /** How long callers wait on though no agent is there: pages are reloaded. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Map<CallId, Caller> callers = new LinkedHashMap<>();
    private final Map<PersonId, Agent> agents = new HashMap<>();
    private final Map<CallId, PersonId> serving = new HashMap<>();
    private final Map<QueueId, Pace> paces = new HashMap<>();
    private final Map<QueueId, PersonId> rungLast = new HashMap<>();
    private final Map<QueueId, Instant> desertedSince = new HashMap<>();

    /**
     * Somebody waits.
     *
     * @param call his call
     * @param queue his queue, as his call's plan has it
     * @param stay how he waits now
     * @param now when
     * @return true: he has just come
     */
    public boolean keep(CallId call, Queue queue, QueueStay stay, Instant now) {
        Caller known = callers.get(call);
        if (known != null && known.queue().id().equals(queue.id())) {
            known.becomes(stay).forEach(agent -> agent(agent).missed(now));
            return false;
        }
        callers.put(call, new Caller(call, queue, stay));
        return true;
    }

    /**
     * Somebody waits no longer.
     *
     * @param call his call
     * @param by the agent who took it; empty: none did
     * @param now when
     */
    public void gone(CallId call, Optional<PersonId> by, Instant now) {
        Caller known = callers.remove(call);
        if (known != null) {
            by.ifPresent(agent -> {
                serving.put(call, agent);
                agent(agent).takes(known.queue(), now);
            });
        }
    }

    /**
     * Only these still talk in a call: an agent who had it is free after his wrapping up.
     *
     * @param call which
     * @param talking who is in it
     * @param now when
     */
    public void stillServe(CallId call, Set<PersonId> talking, Instant now) {
        PersonId agent = serving.get(call);
        if (agent != null && !talking.contains(agent)) {
            serving.remove(call);
            agent(agent)
                    .done(now)
                    .ifPresent(over ->
                            paces.computeIfAbsent(over.queue().id(), _ -> new Pace())
                                    .took(over.handling(now)));
        }
    }

    /**
     * Whether a call is of any interest here.
     *
     * @param call which
     * @return true: somebody waits in it, or an agent has it
     */
    public boolean knows(CallId call) {
        return callers.containsKey(call) || serving.containsKey(call);
    }

    /**
     * Where a call stands with the queues.
     *
     * @param call which
     * @return empty: nobody waits in it, and no agent has taken it out of a queue
     */
    public Optional<Place> placeOf(CallId call) {
        return Optional.ofNullable(callers.get(call))
                .map(caller -> new Place(caller.queue().id(), false))
                .or(() ->
                        Optional.ofNullable(serving.get(call))
                                .flatMap(agent -> agent(agent).serving())
                                .map(served -> new Place(served.queue().id(), true)));
    }

    /**
     * Where a call stands.
     *
     * @param queue with which queue
     * @param taken false: the caller waits; true: an agent has him
     */
    public record Place(QueueId queue, boolean taken) {}

    /**
     * Whether anybody waits.
     *
     * @return false: nothing can be offered
     */
    public boolean waits() {
        return !callers.isEmpty();
    }

    /**
     * Rings free agents for those whose turn it is.
     *
     * @param now when
     * @param free whether a person could take a call now, but for what is known here
     * @return what is offered now; each only once
     */
    public List<Offer> offers(Instant now, Predicate<PersonId> free) {
        Set<PersonId> taken = new HashSet<>();
        callers.values().forEach(caller -> taken.addAll(caller.asked()));
        List<Offer> offers = new ArrayList<>();
        for (Caller caller : callers.values().stream().sorted(Caller.TURN).toList()) {
            if (caller.canBeOffered()) {
                List<PersonId> some =
                        caller.queue().agents().stream()
                                .filter(agent -> !taken.contains(agent))
                                .filter(agent -> !caller.stay().person().equals(Optional.of(agent)))
                                .filter(agent -> !agent(agent).restsAt(now))
                                .filter(free)
                                .toList();
                List<PersonId> rung = chosen(caller, some);
                if (!rung.isEmpty()) {
                    taken.addAll(rung);
                    offers.add(caller.offer(rung));
                }
            }
        }
        return offers;
    }

    private List<PersonId> chosen(Caller caller, List<PersonId> free) {
        Queue queue = caller.queue();
        if (free.isEmpty() || queue.serving().strategy() == Serving.Strategy.ALL) {
            return free;
        }
        PersonId first = ordered(queue, caller.untried(free)).getFirst();
        rungLast.put(queue.id(), first);
        return List.of(first);
    }

    private List<PersonId> ordered(Queue queue, List<PersonId> free) {
        return switch (queue.serving().strategy()) {
            case ALL, IN_ORDER -> free;
            case ROUND_ROBIN -> turned(queue, free);
            case LONGEST_IDLE -> sorted(free, Comparator.comparing(one -> agent(one).idleSince()));
            case FEWEST_CALLS -> sorted(free, Comparator.comparingInt(one -> agent(one).served()));
        };
    }

    private static List<PersonId> sorted(List<PersonId> free, Comparator<PersonId> order) {
        return free.stream().sorted(order).toList();
    }

    /** Begins behind the one who was rung last. */
    private List<PersonId> turned(Queue queue, List<PersonId> free) {
        List<PersonId> all = new ArrayList<>(queue.agents());
        Collections.rotate(all, -(all.indexOf(rungLast.get(queue.id())) + 1));
        return all.stream().filter(free::contains).toList();
    }

    /**
     * How it stands for a caller.
     *
     * @param call his call
     * @param there whether an agent is on duty and can be rung
     * @return empty: he does not wait
     */
    public Optional<Standing> standing(CallId call, Predicate<PersonId> there) {
        return Optional.ofNullable(callers.get(call)).map(caller -> standing(caller, there));
    }

    private Standing standing(Caller caller, Predicate<PersonId> there) {
        Queue queue = caller.queue();
        int position =
                (int) in(queue.id()).takeWhile(one -> !one.call().equals(caller.call())).count();
        int agentsThere = (int) queue.agents().stream().filter(there).count();
        return new Standing(
                caller.call(),
                caller.stay().leg(),
                queue.id(),
                position + 1,
                Optional.ofNullable(paces.get(queue.id()))
                        .flatMap(pace -> pace.wait(position + 1, Math.max(1, agentsThere))),
                agentsThere > 0);
    }

    private Stream<Caller> in(QueueId queue) {
        return callers.values().stream()
                .filter(caller -> caller.queue().id().equals(queue))
                .sorted(Caller.TURN);
    }

    /**
     * Those in whose queue no agent has been for longer than one waits for that.
     *
     * @param now when
     * @param there whether an agent is on duty and can be rung
     * @return how it stands for each
     */
    public List<Standing> deserted(Instant now, Predicate<PersonId> there) {
        List<Standing> left = new ArrayList<>();
        Set<QueueId> seen = new HashSet<>();
        for (Caller caller : callers.values()) {
            Standing standing = standing(caller, there);
            QueueId queue = standing.queue();
            seen.add(queue);
            if (standing.staffed()) {
                desertedSince.remove(queue);
            } else if (!now.isBefore(desertedSince.computeIfAbsent(queue, _ -> now).plus(GRACE))) {
                left.add(standing);
            }
        }
        desertedSince.keySet().retainAll(seen);
        return left;
    }

    /**
     * Who waits in a queue.
     *
     * @param queue which
     * @return in the order of their turns
     */
    public List<Waiter> waiters(QueueId queue) {
        return in(queue).map(caller -> new Waiter(caller.call(), caller.stay())).toList();
    }

    /**
     * Somebody who waits.
     *
     * @param call his call
     * @param stay how he waits
     */
    public record Waiter(CallId call, QueueStay stay) {}

    /**
     * What an agent does for the queues.
     *
     * @param person who
     * @param now when
     * @return as far as it is known here
     */
    public AgentDoes does(PersonId person, Instant now) {
        Agent agent = agent(person);
        if (agent.serving().isPresent()) {
            return AgentDoes.TALKS;
        }
        boolean rung = callers.values().stream().anyMatch(one -> one.asked().contains(person));
        if (rung) {
            return AgentDoes.IS_RUNG;
        }
        return agent.restsAt(now) ? AgentDoes.WRAPS_UP : AgentDoes.NOTHING;
    }

    /**
     * How many calls an agent has served since the server started.
     *
     * @param person who
     * @return of all queues
     */
    public int served(PersonId person) {
        return agent(person).served();
    }

    private Agent agent(PersonId person) {
        return agents.computeIfAbsent(person, _ -> new Agent());
    }
}
