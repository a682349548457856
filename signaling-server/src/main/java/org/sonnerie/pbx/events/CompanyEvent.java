package org.sonnerie.pbx.events;

import java.time.Instant;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * Something that happened in a company, as programs are told.
 *
 * @param company whose
 * @param number in the order of the company's events, from 1; 0: not written yet
 * @param id the same for the same thing, whenever it is told
 * @param type what
 * @param at when
 * @param body the JSON document (docs/integrations.md)
 */
public record CompanyEvent(
        CompanyId company, long number, String id, EventType type, Instant at, String body) {}
