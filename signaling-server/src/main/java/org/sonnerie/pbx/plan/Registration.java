package org.sonnerie.pbx.plan;

import java.util.Optional;

/**
 * How a trunk registers at its carrier (RFC 3261 section 10). Its password is no part of any plan:
 * plans are versioned, shown and exported.
 *
 * @param user the account's name, the user part of its address
 * @param authUser the name challenges are answered with; empty: the account's
 * @param registrar the domain of the account's address; empty: the trunk's host
 * @param realm the only realm that is answered; empty: any realm of the trunk's host
 * @param expirySeconds how long a registration is asked to last, 60 to 7,200
 */
public record Registration(
        String user,
        Optional<String> authUser,
        Optional<String> registrar,
        Optional<String> realm,
        int expirySeconds) {}
