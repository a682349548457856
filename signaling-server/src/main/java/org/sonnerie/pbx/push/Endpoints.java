package org.sonnerie.pbx.push;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where push messages may go. A page names the address, so that it must not lead into the company's
 * own net. That a name may mean another address a moment later opens nothing: nothing is sent
 * before the host has proved its name by a certificate.
 */
final class Endpoints {
    static final int LONGEST = 1_000;

    private static final int HTTPS = 443;

    private static final List<Block> SPECIAL_V4 =
            List.of(
                    block("0.0.0.0", 8),
                    block("10.0.0.0", 8),
                    block("100.64.0.0", 10),
                    block("127.0.0.0", 8),
                    block("169.254.0.0", 16),
                    block("172.16.0.0", 12),
                    block("192.0.0.0", 24),
                    block("192.168.0.0", 16),
                    block("198.18.0.0", 15),
                    block("224.0.0.0", 3));

    private static final Block GLOBAL_V6 = block("2000::", 3);

    /** Teredo and 6to4. */
    private static final List<Block> CARRYING_V4 =
            List.of(block("2001::", 32), block("2002::", 16));

    private final boolean inside;

    /**
     * Rules.
     *
     * @param inside http, any port and private addresses are allowed, too
     */
    Endpoints(boolean inside) {
        this.inside = inside;
    }

    /**
     * Reads what a page named.
     *
     * @return empty: no address of a push service
     */
    Optional<URI> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean clean =
                    uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null;
            return Optional.of(uri).filter(_ -> clean && wayAllowed(uri));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean wayAllowed(URI uri) {
        if (inside) {
            return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        }
        boolean usualPort = uri.getPort() == -1 || uri.getPort() == HTTPS;
        return "https".equals(uri.getScheme()) && usualPort;
    }

    /**
     * Whether a host may be spoken to now. Asks the name service, so it may block.
     *
     * @param endpoint from {@link #read}
     */
    boolean leadsOut(URI endpoint) {
        if (inside) {
            return true;
        }
        try {
            InetAddress[] all = InetAddress.getAllByName(endpoint.getHost());
            return Arrays.stream(all).allMatch(address -> isPublic(address) && !isOwn(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Whether everybody means the same machine by it (RFC 6890). */
    static boolean isPublic(InetAddress address) {
        byte[] octets = address.getAddress();
        return address instanceof Inet4Address
                ? SPECIAL_V4.stream().noneMatch(block -> block.holds(octets))
                : GLOBAL_V6.holds(octets)
                        && CARRYING_V4.stream().noneMatch(block -> block.holds(octets));
    }

    private static Block block(String address, int bits) {
        return new Block(new BigInteger(1, InetAddress.ofLiteral(address).getAddress()), bits);
    }

    /**
     * Addresses that begin alike.
     *
     * @param first the lowest of them
     * @param bits how many of the first bits are the same
     */
    private record Block(BigInteger first, int bits) {
        boolean holds(byte[] address) {
            int rest = address.length * Byte.SIZE - bits;
            return new BigInteger(1, address).shiftRight(rest).equals(first.shiftRight(rest));
        }
    }
}
