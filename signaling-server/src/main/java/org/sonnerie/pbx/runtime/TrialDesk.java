package org.sonnerie.pbx.runtime;

import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.plan.PersonId;

/**
 * Calls through a plan that is not published: the same machine with a pretended clock, caller and
 * callees. No phone rings, no trunk is used, nothing is recorded or kept. Thread safe. A trial that
 * nobody looks at for ten seconds ends, and so does one after ten minutes.
 */
public interface TrialDesk {
    /**
     * Places a trial call. May block for up to 5 s.
     *
     * @param tester who tries
     * @param trial what is pretended
     * @param sdp his browser's offer
     * @return the call and the relay's answer
     * @throws DeskRefusal if the number leads nowhere inside, or there is no room for one more call
     */
    Placed place(PersonId tester, Trial trial, String sdp);

    /**
     * How a trial stands; kept for the newest ones only.
     *
     * @param tester who tried
     * @param call which
     * @return empty: he made no such trial, or many others since
     */
    Optional<Standing> look(PersonId tester, CallId call);

    /**
     * Keys pressed in a trial; nothing happens in one that is over.
     *
     * @param tester who tries
     * @param call which
     * @param digits 0-9 * # A-D
     */
    void press(PersonId tester, CallId call, String digits);

    /**
     * Hangs up; nothing happens if it is over.
     *
     * @param tester who tries
     * @param call which
     */
    void hangUp(PersonId tester, CallId call);

    /**
     * A trial call placed.
     *
     * @param call names it
     * @param sdp the relay's answer
     */
    record Placed(CallId call, String sdp) {}

    /** How far a trial is, as its caller hears it. */
    enum State {
        /** Nothing is heard yet. */
        CALLING,
        /** It rings. */
        RINGING,
        /** Somebody or something has answered. */
        IN_CALL,
        /** Over. */
        ENDED
    }

    /**
     * How a trial stands.
     *
     * @param state how far it is
     * @param ended why it is over; present exactly when the state is ENDED
     * @param log what happened so far, told with the pretended clock
     */
    record Standing(State state, Optional<EndReason> ended, LoggedCall log) {}
}
