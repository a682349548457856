package org.sonnerie.pbx.call;

import org.sonnerie.pbx.plan.Destination;

/**
 * The company may have no such call now.
 *
 * @param why it has as many as it may, or is suspended
 */
public record Withheld(Destination.Refusal why) implements FeatureReason {}
