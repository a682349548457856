package org.sonnerie.pbx.people;

/**
 * Somebody's account is being deleted; told within the transaction, so that what is kept for him
 * elsewhere goes with it.
 *
 * @param account who
 */
public record PersonRemoved(Account account) {}
