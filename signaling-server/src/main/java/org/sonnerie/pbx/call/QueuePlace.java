package org.sonnerie.pbx.call;

import java.time.Instant;
import org.sonnerie.pbx.plan.QueueId;

/**
 * A place in a queue.
 *
 * @param queue in which queue
 * @param priority 0 to 9: who has a higher one is served first
 * @param since when he came: of the same priority the first is served first
 */
public record QueuePlace(QueueId queue, int priority, Instant since) {}
