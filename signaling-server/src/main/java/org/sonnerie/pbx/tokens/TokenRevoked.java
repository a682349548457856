package org.sonnerie.pbx.tokens;

/**
 * A token is being revoked; told within the transaction.
 *
 * @param token which
 */
public record TokenRevoked(ApiToken token) {}
