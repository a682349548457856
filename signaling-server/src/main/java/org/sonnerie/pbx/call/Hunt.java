package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.List;
import org.sonnerie.pbx.plan.PersonId;

/**
 * Members of a group who are rung one after another.
 *
 * @param via what whoever is rung is shown
 * @param left who is rung next, in this order
 * @param ordered false: the order is still asked for
 * @param due when it goes on: to the next, or without the order
 */
record Hunt(String via, List<PersonId> left, boolean ordered, Instant due) {
    /** Copies the list. */
    Hunt {
        left = List.copyOf(left);
    }
}
