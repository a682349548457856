package org.sonnerie.media.net;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The addresses of this machine at one moment. Immutable. */
public final class LocalAddresses {
    private final List<InetAddress> usable;
    private final Set<InetAddress> own;

    private LocalAddresses(List<InetAddress> usable, Set<InetAddress> own) {
        this.usable = List.copyOf(usable);
        this.own = Set.copyOf(own);
    }

    /**
     * Asks the system.
     *
     * @return what it says now
     * @throws NetException if the interfaces cannot be listed
     */
    public static LocalAddresses discover() {
        List<InetAddress> outer = new ArrayList<>();
        List<InetAddress> loopback = new ArrayList<>();
        Set<InetAddress> own = new HashSet<>();
        try {
            NetworkInterface.networkInterfaces()
                    .filter(LocalAddresses::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(LocalAddresses::withoutScope)
                    .filter(own::add)
                    .filter(LocalAddresses::isUsable)
                    .forEach(found -> (found.isLoopbackAddress() ? loopback : outer).add(found));
        } catch (SocketException refused) {
            throw new NetException(
                    NetException.Reason.CANNOT_LIST_ADDRESSES, "no interfaces", refused);
        }
        outer.addAll(loopback);
        return new LocalAddresses(outer, own);
    }

    /**
     * What can stand as a candidate: no link-local, multicast or wildcard address, loopback last.
     *
     * @return IPv4 and IPv6 addresses
     */
    public List<InetAddress> usable() {
        return usable;
    }

    /**
     * Whether a datagram's source is this machine.
     *
     * @param source where it came from
     * @return true for every address of ours and all of loopback
     */
    public boolean contains(InetAddress source) {
        return source.isLoopbackAddress() || own.contains(withoutScope(source));
    }

    private static boolean isUp(NetworkInterface candidate) {
        try {
            return candidate.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }

    private static boolean isUsable(InetAddress address) {
        return !address.isLinkLocalAddress()
                && !address.isMulticastAddress()
                && !address.isAnyLocalAddress();
    }

    /** An IPv6 scope (fe80::1%eth0) must not make two of the same address. */
    private static InetAddress withoutScope(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
