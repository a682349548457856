package org.sonnerie.pbx.runtime;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
     * Whether a browser of this person can be woken by a push message while no page of his can
     * ring, and he is available.
     *
     * @param person who
     * @return true if at least one can be tried
     */
    boolean canWake(PersonId person);

    /**
     * Wakes a person's browsers. Returns at once.
     *
     * @param call as his page would show it
     * @return true as soon as a browser says that it shows the call, or a page of his can ring;
     *     false if it is known that none will
     */
    CompletableFuture<Boolean> wake(CallView call);

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
