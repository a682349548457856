package org.sonnerie.pbx.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.Leg;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.call.Who;
import org.sonnerie.pbx.plan.TrunkId;
import org.sonnerie.pbx.runtime.LoggedCall;

/**
 * One leg over a trunk.
 *
 * @param trunk over which
 * @param leg which
 * @param out true: we called; false: the carrier did
 * @param talked for how long it was connected to somebody or something; empty: it never was
 * @param why it ended; empty: the log does not tell
 * @param ended when
 */
public record TrunkUse(
        TrunkId trunk,
        LegId leg,
        boolean out,
        Optional<Duration> talked,
        Optional<EndReason> why,
        Instant ended) {
    /** Of a call. Pure. */
    static List<TrunkUse> of(LoggedCall call, CallRecord record) {
        List<Leg> legs = Retelling.of(call).getLast().call().legs();
        List<TrunkUse> uses = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            if (legs.get(i).who() instanceof Who.Outsider(TrunkId trunk, var _, var _)) {
                RecordedLeg leg = record.legs().get(i);
                Instant ended = leg.times().ended().orElse(record.time().ended());
                uses.add(
                        new TrunkUse(
                                trunk,
                                legs.get(i).id(),
                                leg.called(),
                                leg.times().answered().map(at -> Duration.between(at, ended)),
                                leg.why(),
                                ended));
            }
        }
        return uses;
    }
}
