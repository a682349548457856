package org.sonnerie.pbx.people;

/** The company has as many people as the provider lets it have. */
public final class CompanyFullException extends RuntimeException {
    /** Says so. */
    CompanyFullException() {
        super("the company has as many people as it may have", null, false, false);
    }
}
