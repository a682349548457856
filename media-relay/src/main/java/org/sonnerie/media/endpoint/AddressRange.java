package org.sonnerie.media.endpoint;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A network in CIDR form, or a single address. Immutable.
 *
 * @param network its first address
 * @param prefixBits how many leading bits count
 */
record AddressRange(InetAddress network, int prefixBits) {
    /** Never asks a name server. */
    static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress network =
                    InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int longest = network.getAddress().length * 8;
            int bits = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
            return bits >= 0 && bits <= longest
                    ? Optional.of(new AddressRange(network, bits))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        int whole = prefixBits / 8;
        for (int i = 0; i < whole; i++) {
            if (ours[i] != theirs[i]) {
                return false;
            }
        }
        int rest = prefixBits % 8;
        return rest == 0 || (ours[whole] ^ theirs[whole]) >> (8 - rest) == 0;
    }
}
