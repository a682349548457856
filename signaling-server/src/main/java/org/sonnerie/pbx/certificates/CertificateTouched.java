package org.sonnerie.pbx.certificates;

import org.sonnerie.pbx.plan.CompanyId;

/**
 * The certificate of HTTPS was changed.
 *
 * @param deed how
 * @param names it is good for; empty where that says nothing
 * @param by the provider's own company, whose audit log says so
 */
public record CertificateTouched(Deed deed, String names, CompanyId by) {
    /** How it was changed. */
    public enum Deed {
        /** The provider uploaded one. */
        UPLOADED,
        /** The provider went back to the self-signed one. */
        SELF_SIGNED
    }
}
