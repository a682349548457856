package org.sonnerie.pbx.sealing;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * The provider changed the keys by which secrets are sealed.
 *
 * @param by his own company
 * @param what he did
 */
public record SealKeysChanged(CompanyId by, What what) {
    /** What can be done with keys. */
    public enum What {
        /** There are new ones. */
        MADE,
        /** The old ones are gone. */
        DROPPED
    }
}
