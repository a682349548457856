package org.sonnerie.trunk.sip;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What answers a digest challenge.
 *
 * @param userName the account's name
 * @param password never logged; asked for each answer, and not kept
 * @param realm the only realm that is answered; empty: any
 */
public record Credentials(String userName, Supplier<String> password, Optional<String> realm) {
    @Override
    public String toString() {
        return "Credentials";
    }
}
