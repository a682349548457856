package org.sonnerie.trunk.routing;

import java.util.Optional;

/**
 * An address or a network in CIDR form.
 *
 * @param start any address of it
 * @param bits how many of its 128 bits count
 */
record AddressRange(IpAddress start, int bits) {

    /** Reads a literal, or one with a prefix length; empty if it is neither. */
    static Optional<AddressRange> parse(String text) {
        String[] parts = text.strip().split("/", -1);
        Optional<IpAddress> address = IpAddress.parse(parts[0]);
        if (address.isEmpty() || parts.length > 2) {
            return Optional.empty();
        }
        int width = address.get().isV4() && parts[0].indexOf(':') < 0 ? 32 : 128;
        if (parts.length == 1) {
            return Optional.of(new AddressRange(address.get(), 128));
        }
        if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > width) {
            return Optional.empty();
        }
        return Optional.of(
                new AddressRange(address.get(), 128 - width + Integer.parseInt(parts[1])));
    }

    boolean contains(IpAddress address) {
        return start.sameNetwork(address, bits);
    }
}
