package org.sonnerie.pbx.call;

import java.time.Instant;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PersonId;

/**
 * A program asks that a person call a number: his phone rings, and once he has answered it is
 * dialled as if he had typed it. The first event of such a call.
 *
 * @param at when
 * @param leg of the person
 * @param person who shall call
 * @param dialled the number, at most 64 characters
 * @param destination where the plan says it leads
 * @param by which program, at most 100 characters
 */
public record Requested(
        Instant at, LegId leg, PersonId person, String dialled, Destination destination, String by)
        implements CallEvent.OfProgram {}
