package org.sonnerie.pbx.config;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses mean the same machine to everybody (RFC 6890 and its registries): what somebody
 * from outside names must not lead into the net in which the server stands.
 */
public final class PublicAddresses {
    private static final List<Network> SPECIAL_V4 =
            Stream.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            // Where a cloud tells its machines about themselves.
                            "168.63.129.16",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/3")
                    .map(Network::of)
                    .toList();

    /** All others are local, special, or carry an IPv4 address, as those of NAT64 do. */
    private static final Network GLOBAL_V6 = Network.of("2000::/3");

    /** Special ones, Teredo among them; examples; 6to4. */
    private static final List<Network> SPECIAL_V6 =
            Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
                    .map(Network::of)
                    .toList();

    private PublicAddresses() {}

    /**
     * Whether everybody means the same machine by it.
     *
     * @param address which
     * @return false: it is private, special, or carries an IPv4 address that may be
     */
    public static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? SPECIAL_V4.stream().noneMatch(block -> block.holds(address))
                : GLOBAL_V6.holds(address)
                        && SPECIAL_V6.stream().noneMatch(block -> block.holds(address))
                        && !carriesV4(address.getAddress());
    }

    /** ISATAP (RFC 5214 section 6.1): the second half begins so, the address follows. */
    private static boolean carriesV4(byte[] octets) {
        return (octets[8] & 0xfd) == 0
                && octets[9] == 0
                && octets[10] == 0x5e
                && octets[11] == (byte) 0xfe;
    }

    /**
     * Whether it is one of this machine's own.
     *
     * @param address which
     * @return true also if that cannot be known
     */
    public static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }
}
