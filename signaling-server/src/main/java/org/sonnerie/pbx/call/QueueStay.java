package org.sonnerie.pbx.call;

import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.plan.PersonId;

/**
 * Somebody who waits in a queue, as whoever serves all queues sees it.
 *
 * @param leg who waits
 * @param person who that is, if he is of the company
 * @param who as shown to others
 * @param place in which queue, and since when
 * @param present false: his page is away, agents would find nobody
 * @param offer the last offer that he was made, 0: none
 * @param ringing the agents who are rung for him now
 */
public record QueueStay(
        LegId leg,
        Optional<PersonId> person,
        Named who,
        QueuePlace place,
        boolean present,
        int offer,
        Set<PersonId> ringing) {
    /** Copies the set. */
    public QueueStay {
        ringing = Set.copyOf(ringing);
    }
}
