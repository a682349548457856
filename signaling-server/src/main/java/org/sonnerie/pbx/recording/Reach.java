package org.sonnerie.pbx.recording;

import java.util.Optional;
import org.sonnerie.pbx.plan.PersonId;

/**
 * How far somebody reaches into a company's recordings.
 *
 * @param own whose own, those he asked for; empty: nobody's
 * @param heard those of others
 */
record Reach(Optional<PersonId> own, Heard heard) {
    /** Every recording. */
    static final Reach ALL = new Reach(Optional.empty(), Heard.EVERYTHING);
}
