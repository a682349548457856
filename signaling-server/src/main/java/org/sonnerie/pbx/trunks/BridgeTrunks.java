package org.sonnerie.pbx.trunks;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.sonnerie.pbx.call.CallEffect.CallOutside;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.runtime.TrunkSink;
import org.sonnerie.pbx.runtime.Trunks;
import org.sonnerie.trunk.api.TrunkBridge;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkCommand;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkId;

/**
 * The bridge behind the runtime's port. Calls out are named like their leg, calls in are mapped.
 * Thread safe.
 */
public final class BridgeTrunks implements Trunks {
    private final Supplier<TrunkBridge> bridge;
    private final TrunkBoard board;
    private final Map<LegId, TrunkCallId> calls = new ConcurrentHashMap<>();
    private final Map<TrunkCallId, LegId> legs = new ConcurrentHashMap<>();

    /**
     * Speaks to a bridge.
     *
     * @param bridge asked for when first needed: the bridge and its listener know each other
     * @param board where the trunks' states are shown
     */
    public BridgeTrunks(Supplier<TrunkBridge> bridge, TrunkBoard board) {
        this.bridge = bridge;
        this.board = board;
    }

    @Override
    public void place(CallOutside order, String sdp) {
        var call = new TrunkCallId(order.leg().text());
        map(order.leg(), call);
        submit(
                new TrunkCommand.PlaceCall(
                        call,
                        new TrunkId(order.trunk().text()),
                        order.number(),
                        order.caller(),
                        order.callerName(),
                        sdp));
    }

    @Override
    public void ring(LegId leg) {
        callOf(leg).ifPresent(call -> submit(new TrunkCommand.Ring(call)));
    }

    @Override
    public void answer(LegId leg, String sdp) {
        callOf(leg).ifPresent(call -> submit(new TrunkCommand.Answer(call, sdp)));
    }

    @Override
    public void end(LegId leg, EndReason reason) {
        callOf(leg)
                .ifPresent(call -> {
                    unmap(leg, call);
                    submit(new TrunkCommand.HangUp(call, TrunkWords.cause(reason)));
                });
    }

    @Override
    public void answerReoffer(LegId leg, Optional<String> sdp) {
        callOf(leg).ifPresent(call -> submit(new TrunkCommand.AnswerReoffer(call, sdp)));
    }

    /**
     * The SIP Call-ID of a leg.
     *
     * @param leg a trunk leg
     * @return empty if it is over or no trunk leg
     */
    public Optional<String> sipCallId(LegId leg) {
        return callOf(leg).flatMap(bridge.get()::sipCallId);
    }

    /**
     * Asks a trunk once, now, whether it answers; {@link TrunkBoard#nextProbe} hears of it.
     *
     * @param trunk which
     */
    void probe(org.sonnerie.pbx.plan.TrunkId trunk) {
        submit(new TrunkCommand.Probe(new TrunkId(trunk.text())));
    }

    /**
     * Takes what the bridge tells.
     *
     * @param event from the bridge
     * @param sink where calls hear of it
     */
    public void deliver(TrunkEvent event, TrunkSink sink) {
        switch (event) {
            case TrunkEvent.CallArrived arrived -> arrive(arrived, sink);
            case TrunkEvent.Ringing(var call) -> legOf(call).ifPresent(sink::ringing);
            case TrunkEvent.EarlyMedia(var call, var sdp) ->
                    legOf(call).ifPresent(leg -> sink.earlyMedia(leg, sdp));
            case TrunkEvent.Answered(var call, var sdp) ->
                    legOf(call).ifPresent(leg -> sink.answered(leg, sdp));
            case TrunkEvent.Ended(var call, var cause, _) ->
                    legOf(call)
                            .ifPresent(leg -> {
                                unmap(leg, call);
                                sink.ended(leg, TrunkWords.reason(cause));
                            });
            case TrunkEvent.Reoffered(var call, var sdp) ->
                    legOf(call).ifPresent(leg -> sink.reoffered(leg, sdp));
            case TrunkEvent.TrunkStateChanged changed -> board.show(changed);
            case TrunkEvent.Probed probed -> board.show(probed);
        }
    }

    private void arrive(TrunkEvent.CallArrived arrived, TrunkSink sink) {
        var leg = sink.newLeg();
        map(leg, arrived.call());
        sink.arrived(
                new TrunkSink.Arrival(
                        leg,
                        new org.sonnerie.pbx.plan.TrunkId(arrived.trunk().text()),
                        arrived.called(),
                        arrived.account(),
                        arrived.caller(),
                        arrived.callerName(),
                        arrived.sourceAddress(),
                        arrived.sdp()));
    }

    private void map(LegId leg, TrunkCallId call) {
        calls.put(leg, call);
        legs.put(call, leg);
    }

    private void unmap(LegId leg, TrunkCallId call) {
        calls.remove(leg);
        legs.remove(call);
    }

    private Optional<TrunkCallId> callOf(LegId leg) {
        return Optional.ofNullable(calls.get(leg));
    }

    private Optional<LegId> legOf(TrunkCallId call) {
        return Optional.ofNullable(legs.get(call));
    }

    private void submit(TrunkCommand command) {
        bridge.get().submit(command);
    }
}
