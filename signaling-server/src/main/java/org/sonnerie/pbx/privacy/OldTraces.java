package org.sonnerie.pbx.privacy;

import java.time.Instant;

/** What a feature keeps for a time of its own, as far as that time is over. */
public interface OldTraces {
    /**
     * Forgets what has become too old, of all companies.
     *
     * @param now the present
     */
    void forgetOld(Instant now);
}
