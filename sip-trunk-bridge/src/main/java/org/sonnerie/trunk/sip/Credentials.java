package org.sonnerie.trunk.sip;

import java.util.Optional;

/**
 * What answers a digest challenge.
 *
 * @param userName the account's name
 * @param password never logged
 * @param realm the only realm that is answered; empty: any
 */
public record Credentials(String userName, String password, Optional<String> realm) {
    @Override
    public String toString() {
        return "Credentials";
    }
}
