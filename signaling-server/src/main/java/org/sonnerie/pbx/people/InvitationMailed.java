package org.sonnerie.pbx.people;

/**
 * The mail server has taken a mail with somebody's link; told within the transaction.
 *
 * @param account to whom
 */
public record InvitationMailed(Account account) {}
