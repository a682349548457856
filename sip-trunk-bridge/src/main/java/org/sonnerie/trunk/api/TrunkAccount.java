package org.sonnerie.trunk.api;

import java.util.List;
import java.util.Optional;

/**
 * One trunk as configured.
 *
 * @param id its name in commands and events
 * @param transport how SIP is sent to the carrier
 * @param host the carrier's host name or IP literal; domain of From and To
 * @param port its SIP port
 * @param allowedSources IP addresses or CIDR networks from which calls of this trunk are accepted
 * @param registration present where the carrier wants a REGISTER
 */
public record TrunkAccount(
        TrunkId id,
        Transport transport,
        String host,
        int port,
        List<String> allowedSources,
        Optional<Registration> registration) {
    /** Copies the list and checks the port. */
    public TrunkAccount {
        allowedSources = List.copyOf(allowedSources);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /** How SIP messages travel (RFC 3261 section 18). */
    public enum Transport {
        /** Datagrams. */
        UDP,
        /** A stream. */
        TCP
    }

    /**
     * An account that registers and answers digest challenges of its own realm.
     *
     * @param userName the account's name
     * @param password never logged, never shown
     * @param realm the only realm that is answered; empty: any realm of this trunk's host
     * @param expirySeconds asked for, 60 to 7,200
     */
    public record Registration(
            String userName, String password, Optional<String> realm, int expirySeconds) {
        @Override
        public String toString() {
            return "Registration[" + userName + "]";
        }
    }
}
