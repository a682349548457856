package org.sonnerie.pbx.tokens;

/**
 * A token is being made; told within the transaction.
 *
 * @param token which
 */
public record TokenMade(ApiToken token) {}
