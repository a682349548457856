package org.sonnerie.pbx.config;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * Addresses that begin alike. An IPv6 address that carries an IPv4 one in the form {@code
 * ::ffff:0:0/96} is that IPv4 address.
 *
 * @param first the lowest of them
 * @param octets how long an address is: 4 or 16
 * @param bits how many of the first bits are the same
 */
public record Network(BigInteger first, int octets, int bits) {
    /**
     * Reads one.
     *
     * @param text such as {@code 10.0.0.0/8}, {@code fd00::/8}, or one address
     * @return the network
     * @throws IllegalArgumentException if it is none
     */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        byte[] address =
                InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash)).getAddress();
        int all = address.length * Byte.SIZE;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("no network: " + text);
        }
        return new Network(new BigInteger(1, address), address.length, bits);
    }

    /**
     * Whether an address is one of them.
     *
     * @param address which
     * @return false also for one of the other kind
     */
    public boolean holds(InetAddress address) {
        byte[] other = address.getAddress();
        int rest = octets * Byte.SIZE - bits;
        return other.length == octets
                && new BigInteger(1, other).shiftRight(rest).equals(first.shiftRight(rest));
    }
}
