package org.sonnerie.pbx.people;

/**
 * Somebody is choosing a password, behind a link or on his own page; told within the transaction.
 *
 * @param account who
 */
public record PasswordChosen(Account account) {}
