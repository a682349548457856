package org.sonnerie.pbx.runtime;

import java.util.Optional;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.TrunkId;

/** What the trunks tell the runtime. Thread safe; returns at once. */
public interface TrunkSink {
    /**
     * Names the leg of a call that is about to arrive.
     *
     * @return a new call's first leg
     */
    LegId newLeg();

    /**
     * A call from outside.
     *
     * @param arrival what the carrier said
     */
    void arrived(Arrival arrival);

    /**
     * The callee's phone rings.
     *
     * @param leg whose
     */
    void ringing(LegId leg);

    /**
     * Sound before the answer.
     *
     * @param leg whose
     * @param sdp the early answer
     */
    void earlyMedia(LegId leg, String sdp);

    /**
     * The callee answered.
     *
     * @param leg whose
     * @param sdp the answer; empty: the early one stays
     */
    void answered(LegId leg, Optional<String> sdp);

    /**
     * The leg is over.
     *
     * @param leg whose
     * @param reason why
     */
    void ended(LegId leg, EndReason reason);

    /**
     * The carrier offers new media.
     *
     * @param leg whose
     * @param sdp the offer
     */
    void reoffered(LegId leg, String sdp);

    /**
     * A call from outside as it arrives.
     *
     * @param leg from {@link #newLeg}
     * @param trunk over which trunk
     * @param called the number called
     * @param account where the carrier called our account: its name, meant if nobody knows the
     *     number
     * @param caller the caller's number; empty: withheld
     * @param callerName may be empty
     * @param source IP literal of the carrier's signalling
     * @param sdp the offer; empty: ours is expected in the answer
     */
    record Arrival(
            LegId leg,
            TrunkId trunk,
            String called,
            Optional<String> account,
            Optional<String> caller,
            String callerName,
            String source,
            Optional<String> sdp) {}
}
