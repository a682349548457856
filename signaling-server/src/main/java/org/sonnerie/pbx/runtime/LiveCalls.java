package org.sonnerie.pbx.runtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallGlance;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.call.Leg;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination.Refusal;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;

/** All calls that live on this node, and for a moment those that ended. Thread safe. */
final class LiveCalls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveCalls.class);
    private static final Duration SHOWN_AFTER_END = Duration.ofSeconds(5);
    private static final Duration FOR_LEAVING = Duration.ofSeconds(3);

    private final EventLog log;
    private final InstantSource clock;
    private final World world;
    private final CallNews news;
    private final Occupancy occupancy;
    private final AtomicLong refused = new AtomicLong();
    private final CallIds ids = new CallIds();
    private final MemberOrder memberOrder = new MemberOrder();
    private final ParkingLot lot = new ParkingLot();
    private final QueueDesk queues;
    private final Map<CallId, LiveCall> calls = new ConcurrentHashMap<>();
    private final Map<PersonId, Set<CallId>> callsOf = new ConcurrentHashMap<>();
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("call-cleanup").factory());

    /** None, of which only the phones are told. */
    LiveCalls(EventLog log, InstantSource clock, World world, Occupancy.Limits limits) {
        this(log, clock, world, limits, (_, _, _) -> {});
    }

    LiveCalls(
            EventLog log,
            InstantSource clock,
            World world,
            Occupancy.Limits limits,
            CallNews news) {
        this.log = log;
        this.clock = clock;
        this.world = world;
        this.news = news;
        this.occupancy = new Occupancy(limits);
        this.queues = new QueueDesk(new Agents(this), clock).start();
    }

    World world() {
        return world;
    }

    ParkingLot lot() {
        return lot;
    }

    QueueDesk queues() {
        return queues;
    }

    /** A name for the leg of somebody who comes into a call. */
    LegId joining(CallId call) {
        return ids.joining(call);
    }

    CallId nextId() {
        return ids.next(clock.instant());
    }

    /**
     * Admits a new call and prepares it; it lives once {@link #begin} has its first event. One that
     * does not come about has to be {@link #abandon}ed.
     *
     * @throws DeskRefusal if it cannot be: then nothing was set up for it
     */
    LiveCall admit(CallId id, CompanyPlan plan, Optional<PersonId> caller) {
        if (!log.takesNewCalls()) {
            throw refusal(Code.LOG_UNAVAILABLE);
        }
        seat(id, plan.company(), caller);
        return prepare(id, plan);
    }

    /**
     * As {@link #admit}, of a call for help: no limit stops it.
     *
     * @throws DeskRefusal if what it does could be written nowhere
     */
    LiveCall admitEmergency(CallId id, CompanyPlan plan, PersonId caller) {
        if (!log.takesNewCalls()) {
            throw refusal(Code.LOG_UNAVAILABLE);
        }
        occupancy.restore(id, plan.company(), Set.of(caller));
        return prepare(id, plan);
    }

    /** As {@link #admit}, of a call that is refused as soon as it begins: it takes no room. */
    LiveCall admitRefused(CallId id, CompanyPlan plan) {
        return prepare(id, plan);
    }

    /** Why the provider's terms let a company have no further call; empty: it is not for them. */
    Optional<Refusal> withheld(CompanyId company) {
        return occupancy.whyNot(company);
    }

    /**
     * Makes room for a call, which has to be {@link #abandon}ed if it does not come about.
     *
     * @throws DeskRefusal if there is none
     */
    void seat(CallId id, CompanyId company, Optional<PersonId> caller) {
        if (!occupancy.begin(id, company)) {
            boolean suspended = withheld(company).filter(Refusal.SUSPENDED::equals).isPresent();
            throw refusal(suspended ? Code.NOT_ALLOWED : Code.COMPANY_FULL);
        }
        if (caller.isPresent() && !occupancy.join(id, caller.get())) {
            occupancy.end(id);
            throw refusal(Code.TOO_MANY_CALLS);
        }
    }

    private DeskRefusal refusal(Code code) {
        refused.incrementAndGet();
        return new DeskRefusal(code);
    }

    /** A call that was admitted does not come about. */
    void abandon(LiveCall call) {
        occupancy.end(call.id());
    }

    private LiveCall prepare(CallId id, CompanyPlan plan) {
        var holder = new LiveCall[1];
        var surroundings =
                new CallLoop.Surroundings(
                        log,
                        clock,
                        call -> show(holder[0], call),
                        person -> isFree(plan, id, person) && occupancy.join(id, person),
                        group -> order(plan, group),
                        () -> queues.asked(plan.company(), id));
        holder[0] = new LiveCall(new CallLoop(id, plan, surroundings, world));
        return holder[0];
    }

    /** Whether a person may be rung: not while he has another call, if he wants one at a time. */
    private boolean isFree(CompanyPlan plan, CallId call, PersonId person) {
        return plan.person(person)
                .map(one ->
                        one.mayBeRung(() ->
                                of(person).stream().anyMatch(other -> hasIn(other, call, person))))
                .orElse(true);
    }

    private static boolean hasIn(LiveCall other, CallId but, PersonId person) {
        return !other.id().equals(but)
                && other.viewOf(person).filter(CallView::engages).isPresent();
    }

    private List<PersonId> order(CompanyPlan plan, GroupId group) {
        return plan.group(group)
                .map(one -> memberOrder.of(plan.company(), one, this::isEngaged))
                .orElse(List.of());
    }

    private boolean isEngaged(PersonId person) {
        return viewsOf(person).stream().anyMatch(CallView::engages);
    }

    /** Starts the call's thread. */
    void begin(LiveCall call) {
        begin(call, () -> {});
    }

    /** Starts the call's thread, which at last does what is to be done after the call. */
    void begin(LiveCall call, Runnable after) {
        calls.put(call.id(), call);
        Thread.ofVirtual().name("call-" + call.id()).start(() -> live(call, after));
    }

    private void live(LiveCall call, Runnable after) {
        try {
            call.loop().run();
            showOver(call);
        } finally {
            after.run();
            occupancy.end(call.id());
            queues.forget(call.loop().plan().company(), call.id());
            if (call.views().isEmpty()) {
                forget(call);
            } else {
                forgetLater(call);
            }
        }
    }

    /**
     * All sound of the call is closed: pages that still play a tone can let go, and none goes on
     * showing a call that a defect ended.
     */
    private void showOver(LiveCall call) {
        call.over().forEach(world.phones()::show);
    }

    private void forgetLater(LiveCall call) {
        try {
            var _ =
                    later.schedule(
                            () -> forget(call), SHOWN_AFTER_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // The server stops.
            forget(call);
        }
    }

    private void forget(LiveCall call) {
        calls.remove(call.id());
        call.views()
                .forEach(view ->
                        callsOf.computeIfPresent(
                                view.person(),
                                (_, of) -> {
                                    of.remove(call.id());
                                    return of.isEmpty() ? null : of;
                                }));
    }

    /** Tells the phones what changed. Called by the call's thread. */
    private void show(LiveCall live, Call call) {
        occupancy.keep(call.id(), peopleIn(call));
        lot.keep(call.plan().company(), call.id(), call.slot());
        var before = live.views();
        var now = call.views();
        var letGo =
                call.legs().stream()
                        .filter(Leg::over)
                        .map(Leg::id)
                        .filter(live::drop)
                        .collect(Collectors.toSet());
        for (var view : now) {
            callsOf.compute(
                    view.person(),
                    (_, of) -> {
                        var known = of == null ? ConcurrentHashMap.<CallId>newKeySet() : of;
                        known.add(view.call());
                        return known;
                    });
        }
        live.show(now);
        live.glance(call.glance());
        for (var view : now) {
            boolean changed = !before.contains(view);
            if (changed) {
                memberOrder.seen(view, clock.instant());
                tell(live, before, view);
            }
            if (changed || letGo.contains(view.leg())) {
                world.phones().show(view);
            }
        }
        queues.keep(call);
    }

    private void tell(LiveCall live, List<CallView> before, CallView now) {
        var same = before.stream().filter(view -> view.leg().equals(now.leg())).findFirst();
        news.changed(live.loop().plan(), same, now);
    }

    private static Set<PersonId> peopleIn(Call call) {
        return call.legs().stream()
                .filter(leg -> !leg.over())
                .flatMap(leg -> leg.person().stream())
                .collect(Collectors.toSet());
    }

    Optional<LiveCall> find(CallId id) {
        return Optional.ofNullable(calls.get(id));
    }

    Optional<LiveCall> recordedAs(RecordingId recording) {
        return find(CallIds.callOf(new LegId(recording.text())));
    }

    Optional<LiveCall> of(LegId leg) {
        return find(CallIds.callOf(leg));
    }

    List<LiveCall> of(PersonId person) {
        return callsOf.getOrDefault(person, Set.of()).stream()
                .map(calls::get)
                .filter(Objects::nonNull)
                .toList();
    }

    List<CallView> viewsOf(PersonId person) {
        return of(person).stream()
                .flatMap(call -> call.viewOf(person).stream())
                .sorted(Comparator.comparing(view -> view.times().began()))
                .toList();
    }

    /** The calls of a company that live, as whoever looks after it sees them. */
    List<CallGlance> glances(CompanyId company) {
        return calls.values().stream()
                .filter(call -> call.loop().plan().company().equals(company))
                .flatMap(call -> call.glance().stream())
                .toList();
    }

    int liveNow(CompanyId company) {
        return occupancy.of(company);
    }

    long liveNow() {
        return calls.size();
    }

    /** Calls that were not admitted. */
    long refusedTotal() {
        return refused.get();
    }

    /** Takes up a call that stands in the log, and tells it that the server restarted. */
    void takeUp(Call call, long lastSequence) {
        occupancy.restore(call.id(), call.plan().company(), peopleIn(call));
        var live = prepare(call.id(), call.plan());
        live.loop().restore(call, lastSequence);
        live.show(call.views());
        call.views().forEach(view -> tell(live, List.of(), view));
        live.glance(call.glance());
        lot.keep(call.plan().company(), call.id(), call.slot());
        begin(live);
        queues.keep(call);
        live.loop().post(new CallEvent.ServerRestarted(clock.instant()));
    }

    /**
     * The server stops: carriers are told that their calls are over, and it is logged; calls
     * between people wait for the next start.
     */
    void leave() {
        var told =
                calls.values().stream()
                        .map(call ->
                                call.loop().ask(new CallEvent.ServerRestarted(clock.instant())))
                        .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(told).get(FOR_LEAVING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("not every call could be left in order: {}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        queues.close();
        later.shutdownNow();
    }
}
