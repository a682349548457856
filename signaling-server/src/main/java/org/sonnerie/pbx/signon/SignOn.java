package org.sonnerie.pbx.signon;

import java.net.URI;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * A company's own log-in.
 *
 * @param company whose
 * @param label what its people call it, such as the identity provider's name
 * @param issuer the identity provider, as its tokens name it
 * @param clientId what the identity provider knows this server by
 * @param claim how people are recognised
 */
public record SignOn(CompanyId company, String label, URI issuer, String clientId, Claim claim) {}
