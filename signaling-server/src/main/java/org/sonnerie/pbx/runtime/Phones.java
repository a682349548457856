package org.sonnerie.pbx.runtime;

import java.util.Set;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.plan.PersonId;

/** The browser phones as the runtime sees them; implemented by signaling. Thread safe. */
public interface Phones {
    /**
     * Whether a phone of this person can ring now: its page answered a probe within the last 10 s
     * and can ring, and the person is available.
     *
     * @param person who
     * @return true if at least one can
     */
    boolean reachable(PersonId person);

    /**
     * Shows a call's new state on all pages of the person concerned. Views of one call come in
     * order.
     *
     * @param view as of now
     */
    void show(CallView view);

    /**
     * Conference rooms look otherwise than before to some people. Returns at once: they are looked
     * at later.
     *
     * @param people whose pages show it
     */
    void roomsChanged(Set<PersonId> people);
}
