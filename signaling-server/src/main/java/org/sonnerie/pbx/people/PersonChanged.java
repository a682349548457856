package org.sonnerie.pbx.people;

/**
 * Somebody is being given another name or role; told within the transaction.
 *
 * @param before as he was
 * @param after as he is
 */
public record PersonChanged(Account before, Account after) {}
