package org.sonnerie.pbx.security;

import org.sonnerie.pbx.people.Account;

/** What a user name and a password together are worth. */
public sealed interface Checked {
    /**
     * They belong together.
     *
     * @param account whose
     */
    record Right(Account account) implements Checked {}

    /** They do not, whichever of the two is wrong. */
    record Wrong() implements Checked {}

    /** They were not looked at: there were too many wrong ones. */
    record TooMany() implements Checked {}
}
