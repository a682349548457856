package org.sonnerie.pbx.runtime.fake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sonnerie.pbx.call.CallEffect.CallOutside;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.runtime.Trunks;

/** A carrier that does nothing and remembers what it was told. */
public final class FakeTrunks implements Trunks {
    public final Map<LegId, CallOutside> placed = new ConcurrentHashMap<>();
    public final Map<LegId, String> answered = new ConcurrentHashMap<>();
    public final Map<LegId, EndReason> ended = new ConcurrentHashMap<>();

    @Override
    public void place(CallOutside order, String sdp) {
        placed.put(order.leg(), order);
    }

    @Override
    public void ring(LegId leg) {}

    @Override
    public void answer(LegId leg, String sdp) {
        answered.put(leg, sdp);
    }

    @Override
    public void end(LegId leg, EndReason reason) {
        ended.put(leg, reason);
    }

    @Override
    public void answerReoffer(LegId leg, Optional<String> sdp) {}
}
