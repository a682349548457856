package org.sonnerie.pbx.queue;

import java.util.Optional;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.LegId;
import org.sonnerie.pbx.plan.QueueId;

/**
 * How it stands for a caller.
 *
 * @param call his call
 * @param leg who waits
 * @param queue in which queue
 * @param position 1: he is next
 * @param waitSeconds how long it will probably take; empty: too few calls were served to know
 * @param staffed false: no agent is there
 */
public record Standing(
        CallId call,
        LegId leg,
        QueueId queue,
        int position,
        Optional<Integer> waitSeconds,
        boolean staffed) {}
