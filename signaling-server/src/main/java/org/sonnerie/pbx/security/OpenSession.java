package org.sonnerie.pbx.security;

import java.time.Instant;

/**
 * Where somebody is signed in.
 *
 * @param handle names it in forms
 * @param since when he signed in
 * @param lastUsed about when it was used last, to ten minutes
 * @param address the IP literal he signed in from
 * @param browser what with
 * @param thisOne true: the one that asks
 */
public record OpenSession(
        String handle,
        Instant since,
        Instant lastUsed,
        String address,
        BrowserName browser,
        boolean thisOne) {}
