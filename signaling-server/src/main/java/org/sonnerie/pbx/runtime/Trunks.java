package org.sonnerie.pbx.runtime;

import java.util.Optional;
import org.sonnerie.pbx.call.CallEffect.CallOutside;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.call.LegId;

/**
 * The trunks as the runtime sees them. Thread safe; nothing here blocks. What names an unknown leg
 * is dropped.
 */
public interface Trunks {
    /**
     * Calls a number.
     *
     * @param order leg, trunk, number and the caller shown
     * @param sdp the offer
     */
    void place(CallOutside order, String sdp);

    /**
     * Tells an outside caller that it rings.
     *
     * @param leg whose
     */
    void ring(LegId leg);

    /**
     * Answers an outside caller.
     *
     * @param leg whose
     * @param sdp the answer
     */
    void answer(LegId leg, String sdp);

    /**
     * Ends a trunk leg in whatever state.
     *
     * @param leg whose
     * @param reason why
     */
    void end(LegId leg, EndReason reason);

    /**
     * Answers a carrier's re-INVITE.
     *
     * @param leg whose
     * @param sdp the answer; empty: refused, all stays as it was
     */
    void answerReoffer(LegId leg, Optional<String> sdp);
}
