package org.sonnerie.pbx.guests;

/**
 * A link is being made; told within the transaction.
 *
 * @param link which
 */
public record GuestLinkMade(GuestLink link) {}
