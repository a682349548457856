package org.sonnerie.pbx.security;

import java.util.Optional;

/** A way to sign in that the log-in page leads to beside its own. */
@FunctionalInterface
public interface OtherWayIn {
    /**
     * Where it is.
     *
     * @return empty: there is none, or the page cannot know whose
     */
    Optional<Link> link();

    /**
     * What the page shows.
     *
     * @param label what people call it
     * @param address on this server
     */
    record Link(String label, String address) {}
}
