package org.sonnerie.pbx.people;

/**
 * What a log-in is checked against.
 *
 * @param account whose
 * @param passwordHash argon2id, with its parameters and salt
 */
public record StoredCredentials(Account account, String passwordHash) {
    @Override
    public String toString() {
        return "StoredCredentials[" + account.id() + "]";
    }
}
