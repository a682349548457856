package org.sonnerie.pbx.call;

/**
 * A leg that left a call which went on.
 *
 * @param leg who left
 * @param other whom it left behind
 */
record Departure(LegId leg, LegId other) {}
