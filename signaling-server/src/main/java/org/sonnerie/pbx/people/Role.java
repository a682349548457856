package org.sonnerie.pbx.people;

/** What a person may do. */
public enum Role {
    /** Has a phone. */
    EMPLOYEE,
    /** Looks after the company; has a phone too. */
    ADMIN,
    /** Looks after the system, not after a company's calls. */
    PROVIDER
}
