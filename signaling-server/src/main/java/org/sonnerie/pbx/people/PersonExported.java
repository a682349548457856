package org.sonnerie.pbx.people;

/**
 * Somebody takes an archive of what is kept of a person; told within the transaction.
 *
 * @param account of whom
 */
public record PersonExported(Account account) {}
