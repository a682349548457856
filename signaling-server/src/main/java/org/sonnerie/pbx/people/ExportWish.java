package org.sonnerie.pbx.people;

import org.sonnerie.pbx.plan.PersonId;

/**
 * Somebody wants what is kept of a person.
 *
 * @param account of whom
 * @param by who wants it: an administrator, or the person himself
 */
public record ExportWish(Account account, PersonId by) {
    /**
     * Whether it is the person himself: he gets no more than he may see and hear anyway.
     *
     * @return false: an administrator
     */
    public boolean own() {
        return account.id().equals(by);
    }
}
