package org.sonnerie.pbx.people;

/**
 * Somebody is being given a link where he chooses his password; told within the transaction.
 *
 * @param account who
 * @param again false: he is new
 */
public record PersonInvited(Account account, boolean again) {}
