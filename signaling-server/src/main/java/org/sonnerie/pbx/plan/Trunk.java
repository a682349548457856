package org.sonnerie.pbx.plan;

import java.util.Optional;

/**
 * A SIP account at a carrier.
 *
 * @param id names the trunk
 * @param name for the admin
 * @param carrier its far end
 * @param callerNumber shown to whoever is called over it, E.164 with "+"; empty: withheld
 * @param registration present where the carrier wants a REGISTER; empty: it knows us by our address
 */
public record Trunk(
        TrunkId id,
        String name,
        Carrier carrier,
        Optional<String> callerNumber,
        Optional<Registration> registration) {}
