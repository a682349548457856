package org.sonnerie.pbx.call;

import java.time.Instant;
import java.util.Optional;
import org.sonnerie.pbx.plan.PersonId;

/**
 * A person's phone outside, which rings beside his own.
 *
 * @param person whose
 * @param leg present once it is called
 * @param asked it answered: whoever is there is asked whether he takes the call
 * @param due when it is called, or has been asked long enough; far away in between
 */
record OtherPhone(PersonId person, Optional<LegId> leg, boolean asked, Instant due) {
    boolean is(LegId other) {
        return leg.equals(Optional.of(other));
    }
}
