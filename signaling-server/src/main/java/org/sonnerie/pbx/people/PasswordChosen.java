package org.sonnerie.pbx.people;

/**
 * Somebody is choosing a password behind his link; told within the transaction.
 *
 * @param account who
 */
public record PasswordChosen(Account account) {}
