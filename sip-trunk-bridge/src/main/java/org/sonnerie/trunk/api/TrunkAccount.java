package org.sonnerie.trunk.api;

import java.util.List;
import java.util.Optional;

/**
 * One trunk as configured.
 *
 * @param id its name in commands and events
 * @param transport how SIP is sent to the carrier
 * @param host the carrier's host name or IP literal: where requests go; domain of From and To
 *     unless a registrar is named
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
     * @param userName the account's name, the user part of its address
     * @param authUserName the name challenges are answered with; empty: the account's
     * @param password never logged, never shown, opened for each answer
     * @param registrar the domain of the account's address, and of all that is called over it;
     *     empty: the trunk's host
     * @param realm the only realm that is answered; empty: any realm of this trunk's host
     * @param expirySeconds asked for, 60 to 7,200
     */
    public record Registration(
            String userName,
            Optional<String> authUserName,
            AccountPassword password,
            Optional<String> registrar,
            Optional<String> realm,
            int expirySeconds) {
        /** Refuses what would end a line of a message, and times no registrar grants. */
        public Registration {
            if (userName.isBlank()
                    || controls(userName)
                    || authUserName.filter(Registration::controls).isPresent()) {
                throw new IllegalArgumentException("not a user name");
            }
            if (expirySeconds < 60 || expirySeconds > 7_200) {
                throw new IllegalArgumentException("not 60 to 7,200 s: " + expirySeconds);
            }
        }

        private static boolean controls(String text) {
            return text.chars().anyMatch(Character::isISOControl);
        }

        @Override
        public String toString() {
            return "Registration[" + userName + "]";
        }
    }
}
