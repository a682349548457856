package org.sonnerie.pbx.runtime;

import java.util.concurrent.CompletableFuture;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.plan.PersonId;

/**
 * Browsers that can be woken while no page of theirs can ring; implemented by push. Thread safe.
 */
public interface Sleepers {
    /**
     * Whether somebody has browsers that can be woken.
     *
     * @param person who
     * @return true: messages would be sent
     */
    boolean any(PersonId person);

    /**
     * Sends them word of a call. Returns at once.
     *
     * @param call as a page would show it
     * @return true as soon as one says that it shows the call; false if none took the message
     */
    CompletableFuture<Boolean> wake(CallView call);

    /**
     * A call looks otherwise: where it does not ring any more, browsers that were told of it are
     * told so.
     *
     * @param call as a page shows it now
     */
    void seen(CallView call);

    /**
     * A page of somebody can ring: nobody need be woken any more.
     *
     * @param person who
     */
    void awake(PersonId person);
}
