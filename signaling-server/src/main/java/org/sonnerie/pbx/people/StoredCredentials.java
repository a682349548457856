package org.sonnerie.pbx.people;

/**
 * What a log-in is checked against.
 *
 * @param account whose
 * @param passwordHash argon2id, with its parameters and salt
 */
public record StoredCredentials(Account account, String passwordHash) {
    /** Stands for the hash of somebody who has not chosen a password yet: no password fits it. */
    static final String NONE_YET = "-";

    /**
     * Whether there is a password to check against.
     *
     * @return false: he was invited, and has not chosen one yet
     */
    public boolean hasPassword() {
        return !passwordHash.equals(NONE_YET);
    }

    @Override
    public String toString() {
        return "StoredCredentials[" + account.id() + "]";
    }
}
