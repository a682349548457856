package org.sonnerie.pbx.certificates;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * The certificate of HTTPS was changed.
 *
 * @param deed how
 * @param names it is good for, or what else there is to say; may be empty
 * @param by the provider's own company, whose audit log says so
 */
public record CertificateTouched(Deed deed, String names, CompanyId by) {
    /** How it was changed. */
    public enum Deed {
        /** The provider uploaded one. */
        UPLOADED,
        /** The provider went back to the self-signed one. */
        SELF_SIGNED,
        /** The provider wants one by ACME; names are the authority's address. */
        WANTED,
        /** The provider wants none by ACME any more. */
        NO_LONGER_WANTED,
        /** The server has had one made by ACME. */
        FETCHED
    }
}
