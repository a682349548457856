package org.sonnerie.pbx.call;

import org.sonnerie.pbx.plan.PersonId;

/**
 * A person has blocked the caller: his phone does not ring.
 *
 * @param person who has
 */
public record Blocks(PersonId person) implements FeatureReason {}
