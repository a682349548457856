package org.sonnerie.pbx.history;

import java.time.ZoneId;
import java.util.Optional;
import org.sonnerie.pbx.plan.PersonId;

/**
 * For whom something is told.
 *
 * @param person whose network is called his own; empty: nobody's
 * @param zone in which times are told; empty: the company's
 */
public record Reader(Optional<PersonId> person, Optional<ZoneId> zone) {
    /** Who sees the company from outside, such as an admin. */
    public static final Reader ANYBODY = new Reader(Optional.empty(), Optional.empty());
}
