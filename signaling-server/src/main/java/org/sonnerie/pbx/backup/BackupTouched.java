package org.sonnerie.pbx.backup;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * A provider did something with the backups.
 *
 * @param deed what
 * @param name of the backup; empty: of none
 * @param by the provider's own company, whose audit log says so
 */
public record BackupTouched(Deed deed, String name, CompanyId by) {
    /** What can be done. */
    public enum Deed {
        /** One was asked for. */
        ASKED,
        /** One was fetched from the server. */
        FETCHED,
        /** One was deleted. */
        DELETED,
        /** When they are made, or with which passphrase, was changed. */
        SET
    }
}
