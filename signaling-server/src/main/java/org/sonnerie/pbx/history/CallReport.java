package org.sonnerie.pbx.history;

import java.time.Instant;
import org.sonnerie.pbx.plan.PersonId;

/**
 * What a person reports of a call that concerned him.
 *
 * @param person who
 * @param at when he reported it
 * @param what was wrong
 * @param note in his own words; may be empty
 */
public record CallReport(PersonId person, Instant at, Complaint what, String note) {}
