package org.sonnerie.media.sdp;

/**
 * A {@code c=} line (RFC 8866 section 5.7).
 *
 * @param address as written: an IP literal or a host name
 * @param ipv6 whether it says IP6
 */
public record Connection(String address, boolean ipv6) {
    /**
     * Whether packets can be addressed to it.
     *
     * @return false for a host name and for the unspecified address, which an old way of putting on
     *     hold uses (RFC 3264 section 8.4)
     */
    public boolean isUsable() {
        return IpLiteral.isIpv6(address)
                ? !IpLiteral.isUnspecified(address)
                : IpLiteral.isIpv4(address) && !IpLiteral.isUnspecified(address);
    }

    /**
     * Whether the address means nothing outside the writer's own network: private (RFC 1918, 4193),
     * shared (RFC 6598), link-local, loopback, unspecified, or a host name.
     *
     * @return true: not to be trusted as the source of packets
     */
    public boolean isPrivate() {
        return !isUsable() || IpLiteral.isPrivate(address);
    }

    String line() {
        return "c=IN " + (ipv6 ? "IP6 " : "IP4 ") + address + "\r\n";
    }

    static Connection of(String ipLiteral) {
        return new Connection(ipLiteral, IpLiteral.isIpv6(ipLiteral));
    }
}
