package org.sonnerie.pbx.runtime;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.Leg;
import org.sonnerie.pbx.call.QueueStay;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.queue.AgentDoes;
import org.sonnerie.pbx.queue.Lines;
import org.sonnerie.pbx.queue.Offer;
import org.sonnerie.pbx.queue.Standing;

/**
 * Serves the queues: sees each call after each of its steps, asks {@link Lines} whose turn it is,
 * and tells the calls. While somebody waits it also looks once a second, since agents' pages come
 * and go without any call. Thread safe.
 */
final class QueueDesk implements QueueWatch, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueDesk.class);
    private static final long LOOK_MILLIS = 1_000;

    private final Floor floor;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<CompanyId, Lines> companies = new HashMap<>();
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("queue-desk").factory());

    /** The agents at their places, and the calls that wait for them. */
    interface Floor {
        /** Whether an agent serves his queues now and his phone can ring. */
        boolean serves(CompanyId company, PersonId agent);

        /** Whether he has no call at all, not even one that rings. */
        boolean isFree(PersonId agent);

        /** Tells a call something; nothing happens if it is over. */
        void tell(CallId call, CallEvent event);
    }

    QueueDesk(Floor floor, InstantSource clock) {
        this.floor = floor;
        this.clock = clock;
    }

    /** Begins to look by itself. */
    QueueDesk start() {
        var _ =
                looks.scheduleWithFixedDelay(
                        this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void look() {
        try {
            locked(() -> {
                companies.forEach((company, lines) -> {
                    if (lines.waits()) {
                        serve(company, lines);
                        lines.deserted(clock.instant(), there(company)).forEach(this::tell);
                    }
                });
                return true;
            });
        } catch (RuntimeException defect) {
            // The next look must come, whatever this one met.
            LOG.error("the queues could not be looked at", defect);
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** How a call is after one of its steps. */
    void keep(Call call) {
        var stay = call.queued();
        var company = call.plan().company();
        locked(() -> {
            var lines = companies.get(company);
            if (lines == null && stay.isEmpty()) {
                return false;
            }
            return keep(companies.computeIfAbsent(company, _ -> new Lines()), call, stay);
        });
    }

    private boolean keep(Lines lines, Call call, Optional<QueueStay> stay) {
        var company = call.plan().company();
        var now = clock.instant();
        var queue = stay.flatMap(one -> call.plan().queue(one.place().queue()));
        boolean concerned = lines.knows(call.id());
        if (stay.isPresent() && queue.isPresent()) {
            boolean came = lines.keep(call.id(), queue.get(), stay.get(), now);
            if (came) {
                lines.standing(call.id(), there(company)).ifPresent(this::tell);
            }
        } else if (concerned) {
            lines.gone(call.id(), takenBy(call), now);
        }
        if (concerned) {
            lines.stillServe(call.id(), talking(call), now);
        }
        if (lines.waits()) {
            serve(company, lines);
        }
        return true;
    }

    /** A call is not there any more, however that came. */
    void forget(CompanyId company, CallId call) {
        locked(() -> {
            var lines = companies.get(company);
            if (lines == null || !lines.knows(call)) {
                return false;
            }
            lines.gone(call, Optional.empty(), clock.instant());
            lines.stillServe(call, Set.of(), clock.instant());
            serve(company, lines);
            return true;
        });
    }

    private static Optional<PersonId> takenBy(Call call) {
        return call.legs().stream()
                .skip(1)
                .filter(leg -> !leg.over() && leg.talkingSince().isPresent())
                .flatMap(leg -> leg.person().stream())
                .findFirst();
    }

    private static Set<PersonId> talking(Call call) {
        return call.legs().stream()
                .filter(leg -> !leg.over())
                .filter(leg -> leg.talkingSince().isPresent())
                .map(Leg::person)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private void serve(CompanyId company, Lines lines) {
        lines.offers(clock.instant(), there(company).and(floor::isFree)).forEach(this::tell);
    }

    private Predicate<PersonId> there(CompanyId company) {
        return agent -> floor.serves(company, agent);
    }

    private void tell(Offer offer) {
        floor.tell(
                offer.call(),
                new CallEvent.AgentsOffered(
                        clock.instant(),
                        offer.leg(),
                        offer.queue(),
                        offer.number(),
                        offer.agents()));
    }

    private void tell(Standing standing) {
        floor.tell(
                standing.call(),
                new CallEvent.QueueTold(
                        clock.instant(),
                        standing.leg(),
                        standing.queue(),
                        standing.position(),
                        standing.waitSeconds(),
                        standing.staffed()));
    }

    /** A call asks how it stands. */
    void asked(CompanyId company, CallId call) {
        locked(() -> {
            Optional.ofNullable(companies.get(company))
                    .flatMap(lines -> lines.standing(call, there(company)))
                    .ifPresent(this::tell);
            return true;
        });
    }

    /** Where a call stands with the queues of a company; empty: nowhere. */
    Optional<Lines.Place> placeOf(CompanyId company, CallId call) {
        return locked(() ->
                Optional.ofNullable(companies.get(company)).flatMap(lines -> lines.placeOf(call)));
    }

    @Override
    public List<Waiting> waiting(CompanyId company, QueueId queue) {
        return locked(() ->
                Optional.ofNullable(companies.get(company)).stream()
                        .flatMap(lines -> lines.waiters(queue).stream())
                        .map(waiter ->
                                new Waiting(
                                        waiter.call(),
                                        waiter.stay().who(),
                                        waiter.stay().place().since(),
                                        waiter.stay().place().priority(),
                                        !waiter.stay().ringing().isEmpty()))
                        .toList());
    }

    @Override
    public AgentDoes does(CompanyId company, PersonId agent) {
        return locked(() ->
                Optional.ofNullable(companies.get(company))
                        .map(lines -> lines.does(agent, clock.instant()))
                        .orElse(AgentDoes.NOTHING));
    }

    @Override
    public int served(CompanyId company, PersonId agent) {
        return locked(() ->
                Optional.ofNullable(companies.get(company))
                        .map(lines -> lines.served(agent))
                        .orElse(0));
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
