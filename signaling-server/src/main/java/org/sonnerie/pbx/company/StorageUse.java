package org.sonnerie.pbx.company;

import org.sonnerie.pbx.plan.CompanyId;

/** A kind of sound that is kept for companies. Thread safe. */
public interface StorageUse {
    /**
     * How much is kept of it; what was deleted does not count, though it can be taken back for a
     * while.
     *
     * @param company whose
     * @return bytes
     */
    long bytes(CompanyId company);
}
