package org.sonnerie.pbx.security;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;

/** A way to sign in that the log-in page leads to beside its own. */
@FunctionalInterface
public interface OtherWayIn {
    /**
     * Where it is.
     *
     * @param company whose page it is; empty: no company's in particular
     * @return empty: there is none, or the page cannot know whose
     */
    Optional<Link> link(Optional<CompanyId> company);

    /**
     * What the page shows.
     *
     * @param label what people call it
     * @param address on this server
     */
    record Link(String label, String address) {}
}
