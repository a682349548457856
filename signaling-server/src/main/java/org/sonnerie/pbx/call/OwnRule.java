package org.sonnerie.pbx.call;

import java.util.Optional;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.PersonId;

/**
 * A person's own rule for such a caller or hour decided. Which one is not told: others read the
 * story too.
 *
 * @param person whose
 * @param to where it leads; empty: his phone rings, whatever else he set
 */
public record OwnRule(PersonId person, Optional<Destination> to) implements FeatureReason {}
