package org.sonnerie.pbx.brand;

import java.util.Optional;
import org.sonnerie.pbx.plan.CompanyId;

/**
 * What a company looks like.
 *
 * @param company which
 * @param name its name
 * @param address where its people reach it
 * @param logo a PNG image as a data URL (RFC 2397); empty: none
 */
public record Brand(CompanyId company, String name, Address address, Optional<String> logo) {
    /**
     * Where a company's people reach it, beside the server's own address.
     *
     * @param host a host name in lower case; empty: none of its own
     * @param path the name behind {@code /at/}; empty: none
     */
    public record Address(Optional<String> host, Optional<String> path) {
        /** No address of its own. */
        public static final Address NONE = new Address(Optional.empty(), Optional.empty());
    }
}
