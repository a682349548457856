package org.sonnerie.pbx.spending;

import java.time.LocalDate;

/**
 * What was spent in a day.
 *
 * @param day which
 * @param sum how much
 */
public record Spent(LocalDate day, Amount sum) {}
