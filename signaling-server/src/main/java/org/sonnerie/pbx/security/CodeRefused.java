package org.sonnerie.pbx.security;

import org.sonnerie.pbx.people.Account;

/**
 * Somebody knew a password, and not the code that belongs to it.
 *
 * @param account in whose name
 */
public record CodeRefused(Account account) {}
