package org.sonnerie.pbx.runtime;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.call.Call;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Dialling;

/**
 * Brings what the trunks tell to the call concerned, and begins calls from outside. Thread safe.
 */
final class TrunkDesk implements TrunkSink {
    private static final Logger LOG = LoggerFactory.getLogger(TrunkDesk.class);

    private final LiveCalls calls;
    private final Plans plans;

    TrunkDesk(LiveCalls calls, Plans plans) {
        this.calls = calls;
        this.plans = plans;
    }

    @Override
    public LegId newLeg() {
        return Call.callerOf(calls.nextId());
    }

    @Override
    public void arrived(Arrival arrival) {
        var plan = plans.companyOf(arrival.trunk()).map(plans::current);
        if (plan.isEmpty()) {
            LOG.warn("a call came over a trunk of no company: {}", arrival.trunk());
            calls.world().trunks().end(arrival.leg(), EndReason.UNKNOWN_NUMBER);
        } else {
            beginIfAdmitted(plan.get(), arrival);
        }
    }

    private void beginIfAdmitted(CompanyPlan plan, Arrival arrival) {
        LiveCall live;
        try {
            live = calls.admit(CallIds.callOf(arrival.leg()), plan, Optional.empty());
        } catch (DeskRefusal refusal) {
            boolean full = refusal.code() != DeskRefusal.Code.LOG_UNAVAILABLE;
            Optional.of(plan.company())
                    .filter(_ -> full)
                    .flatMap(calls::withheld)
                    .ifPresentOrElse(
                            why -> withhold(plan, arrival, why),
                            // The carrier shall try again later, or another way: 503 with
                            // Retry-After.
                            () -> calls.world().trunks().end(arrival.leg(), EndReason.NETWORK));
            return;
        }
        try {
            begin(plan, arrival, live);
        } catch (RuntimeException defect) {
            calls.abandon(live);
            throw defect;
        }
    }

    /** The call is one for a moment, without sound: so its story stands in the history. */
    private void withhold(CompanyPlan plan, Arrival arrival, Destination.Refusal why) {
        var live = calls.admitRefused(CallIds.callOf(arrival.leg()), plan);
        var source = new Media.TrunkSource(plan, arrival.trunk(), arrival.source());
        calls.begin(live);
        live.loop().perform(effects -> effects.expectRefusal(arrival.leg(), source));
        tell(live, arrival, called(plan, arrival), new Destination.ToNowhere(why));
    }

    private void begin(CompanyPlan plan, Arrival arrival, LiveCall live) {
        var media = calls.world().media();
        var source = new Media.TrunkSource(plan, arrival.trunk(), arrival.source());
        var answer =
                arrival.sdp()
                        .map(offer -> media.answerTrunk(arrival.leg(), offer, source))
                        .orElseGet(() -> media.offerTrunk(arrival.leg(), source));
        calls.begin(live);
        live.loop().perform(effects -> effects.expectAnswer(arrival.leg(), source, answer));
        var called = called(plan, arrival);
        tell(live, arrival, called, Dialling.inbound(plan, called));
        endIfImpossible(live, arrival.leg(), answer);
    }

    private void tell(LiveCall live, Arrival arrival, String called, Destination destination) {
        var _ =
                live.loop()
                        .ask(
                                new CallEvent.Arrived(
                                        live.loop().now(),
                                        arrival.leg(),
                                        arrival.trunk(),
                                        called,
                                        arrival.caller(),
                                        arrival.callerName(),
                                        destination))
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                refuse(arrival.leg());
                            }
                        });
    }

    /** A call forwarded to our account still bears the number its caller dialled. */
    private static String called(CompanyPlan plan, Arrival arrival) {
        boolean known =
                !(Dialling.inbound(plan, arrival.called()) instanceof Destination.ToNowhere);
        return known ? arrival.called() : arrival.account().orElse(arrival.called());
    }

    /** Nobody's phone shall ring for a call that cannot have sound. */
    private static void endIfImpossible(
            LiveCall live, LegId leg, CompletableFuture<String> answer) {
        var _ =
                answer.whenComplete((_, failure) -> {
                    if (failure != null) {
                        live.loop()
                                .post(
                                        new CallEvent.LegEnded(
                                                live.loop().now(), leg, EndReason.NO_MEDIA));
                    }
                });
    }

    private void refuse(LegId leg) {
        calls.world().trunks().end(leg, EndReason.NETWORK);
        calls.world().media().close(leg);
    }

    @Override
    public void ringing(LegId leg) {
        post(leg, (live, id) -> live.loop().post(new CallEvent.LegRinging(live.loop().now(), id)));
    }

    @Override
    public void earlyMedia(LegId leg, String sdp) {
        post(
                leg,
                (live, id) -> {
                    calls.world().media().applyTrunkAnswer(id, sdp);
                    live.loop().post(new CallEvent.EarlyMedia(live.loop().now(), id));
                });
    }

    @Override
    public void answered(LegId leg, Optional<String> sdp) {
        post(
                leg,
                (live, id) -> {
                    calls.world().belt().answered(id);
                    sdp.ifPresent(text -> calls.world().media().applyTrunkAnswer(id, text));
                    live.loop().post(new CallEvent.LegAnswered(live.loop().now(), id));
                });
    }

    @Override
    public void ended(LegId leg, EndReason reason) {
        post(
                leg,
                (live, id) ->
                        live.loop().post(new CallEvent.LegEnded(live.loop().now(), id, reason)));
    }

    @Override
    public void reoffered(LegId leg, String sdp) {
        var live = calls.of(leg);
        if (live.isEmpty()) {
            calls.world().trunks().answerReoffer(leg, Optional.empty());
            return;
        }
        live.get().loop().perform(effects -> effects.reoffer(leg, sdp));
    }

    private void post(LegId leg, BiConsumer<LiveCall, LegId> what) {
        calls.of(leg).ifPresent(live -> what.accept(live, leg));
    }
}
