package org.sonnerie.pbx.call;

import org.sonnerie.pbx.plan.PersonId;

/**
 * A program asked that a person call a number: his phone rings first.
 *
 * @param person who
 * @param dialled the number
 * @param by which program
 */
public record AskedFor(PersonId person, String dialled, String by) implements FeatureReason {}
