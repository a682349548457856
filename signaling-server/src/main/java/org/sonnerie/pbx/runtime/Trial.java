package org.sonnerie.pbx.runtime;

import java.time.Instant;
import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyPlan;

/**
 * What is pretended when a plan is tried before it is published.
 *
 * @param plan the draft
 * @param to which number or extension an outside caller would call
 * @param caller the caller's number, as a carrier would give it; empty: withheld
 * @param at when the call would begin
 * @param rung what whoever is rung would do
 */
public record Trial(CompanyPlan plan, String to, Optional<String> caller, Instant at, Rung rung) {
    /** What whoever is rung would do. */
    public enum Rung {
        /** Takes the call after a while. */
        ANSWERS,
        /** Lets it ring. */
        RINGS_IN_VAIN,
        /** Is not there at all. */
        CANNOT_BE_REACHED
    }

    boolean somebodyIsThere() {
        return rung != Rung.CANNOT_BE_REACHED;
    }
}
