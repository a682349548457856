package org.sonnerie.pbx.runtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Trunk;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;

/** Makes trial calls, and remembers the newest. Thread safe. */
final class TrialCalls implements TrialDesk, AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration UNWATCHED = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final int REMEMBERED = 50;

    /** The page that places it carries its sound; no other can take it over. */
    private static final PageId PAGE = new PageId("trial");

    /** Where the plan has no trunk yet. */
    private static final TrunkId NO_TRUNK = new TrunkId("trial");

    private final LiveCalls calls;
    private final InstantSource clock;
    private final Duration untilAnswered;
    private final Map<CallId, TrialCall> newest = new LinkedHashMap<>();
    private final ScheduledExecutorService waits =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("trial-calls").factory());

    /**
     * None yet.
     *
     * @param calls where trial calls live beside all others
     * @param clock the server's
     * @param untilAnswered how long a phone rings that is answered
     */
    TrialCalls(LiveCalls calls, InstantSource clock, Duration untilAnswered) {
        this.calls = calls;
        this.clock = clock;
        this.untilAnswered = untilAnswered;
    }

    @Override
    public Placed place(PersonId tester, Trial trial, String sdp) {
        Destination destination = inside(trial);
        CallId id = calls.nextId();
        calls.seat(id, trial.plan().company(), Optional.empty());
        var server = new TrialCall.Server(clock, calls.world().media(), this::after, untilAnswered);
        TrialCall call = new TrialCall(id, tester, trial, server).start();
        try {
            return placed(call, trial, destination, sdp);
        } catch (RuntimeException failure) {
            end(call, EndReason.CANCELLED);
            call.stop();
            calls.abandon(call.live());
            calls.world().media().close(call.leg());
            throw failure;
        }
    }

    private Placed placed(TrialCall call, Trial trial, Destination destination, String sdp) {
        LiveCall live = call.live();
        String answer = Awaited.result(calls.world().media().answerBrowser(call.leg(), sdp));
        live.carry(call.leg(), PAGE);
        calls.begin(live, call::stop);
        var arrived =
                new CallEvent.Arrived(
                        call.now(),
                        call.leg(),
                        trunk(trial.plan()),
                        trial.to(),
                        trial.caller(),
                        "",
                        destination);
        var _ = Awaited.result(live.loop().ask(arrived));
        remember(call);
        after(LONGEST, () -> end(call, EndReason.HUNG_UP));
        watch(call);
        return new Placed(live.id(), answer);
    }

    private void watch(TrialCall call) {
        after(
                BETWEEN_LOOKS,
                () -> {
                    if (call.isForgotten(UNWATCHED)) {
                        end(call, EndReason.PAGE_LOST);
                    } else if (calls.find(call.live().id()).isPresent()) {
                        watch(call);
                    }
                });
    }

    /** A public number, or an extension as if a number led there. */
    private static Destination inside(Trial trial) {
        Destination number = Dialling.inbound(trial.plan(), trial.to());
        if (!(number instanceof Destination.ToNowhere)) {
            return number;
        }
        return switch (Dialling.read(trial.plan(), trial.to())) {
            case Destination.ToPerson to -> to;
            case Destination.ToGroup to -> to;
            case Destination.ToQueue to -> to;
            case Destination.ToMenu to -> to;
            case Destination.ToRoom to -> to;
            case Destination.ToRoute to -> to;
            case Destination.ToAnnouncement to -> to;
            case Destination.ToMailbox to -> to;
            case Destination.ToVoicemailAccess to -> to;
            case Destination.ToDirectory to -> to;
            case Destination.ToHangUp _,
                    Destination.ToOutside _,
                    Destination.ToEcho _,
                    Destination.ToMusic _,
                    Destination.ToOwnMailbox _,
                    Destination.ToMailboxOf _,
                    Destination.ToPark _,
                    Destination.ToSlot _,
                    Destination.ToPickup _,
                    Destination.ToNowhere _ ->
                    throw new DeskRefusal(Code.UNKNOWN_NUMBER);
        };
    }

    private static TrunkId trunk(CompanyPlan plan) {
        return plan.outside().trunks().stream().map(Trunk::id).findFirst().orElse(NO_TRUNK);
    }

    private void after(Duration wait, Runnable what) {
        try {
            var _ = waits.schedule(what, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // The server stops, and with it every call.
        }
    }

    private static void end(TrialCall call, EndReason why) {
        call.tell(new CallEvent.LegEnded(call.now(), call.leg(), why));
    }

    private synchronized void remember(TrialCall call) {
        newest.put(call.live().id(), call);
        if (newest.size() > REMEMBERED) {
            newest.remove(newest.keySet().iterator().next());
        }
    }

    private synchronized Optional<TrialCall> find(PersonId tester, CallId call) {
        return Optional.ofNullable(newest.get(call)).filter(one -> one.tester().equals(tester));
    }

    @Override
    public Optional<Standing> look(PersonId tester, CallId call) {
        var found = find(tester, call);
        found.ifPresent(TrialCall::looked);
        return found.flatMap(TrialCall::standing);
    }

    @Override
    public void press(PersonId tester, CallId call, String digits) {
        find(tester, call)
                .ifPresent(one ->
                        one.live().loop().perform(effects -> effects.sendFrom(one.leg(), digits)));
    }

    @Override
    public void hangUp(PersonId tester, CallId call) {
        find(tester, call).ifPresent(one -> end(one, EndReason.HUNG_UP));
    }

    @Override
    public void close() {
        waits.shutdownNow();
    }
}
