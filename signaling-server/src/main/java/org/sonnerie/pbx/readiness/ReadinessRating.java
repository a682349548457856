package org.sonnerie.pbx.readiness;

/** How a check came out. */
public enum ReadinessRating {
    /** Nothing stands in the way of calls. */
    GOOD,
    /** Calls work, something could be better. */
    FAIR,
    /** Calls do not work, or sound bad. */
    POOR
}
