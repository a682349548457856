package org.sonnerie.pbx.config;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What this machine is called and where it can be reached. */
public final class MachineAddresses {
    private MachineAddresses() {}

    /**
     * The addresses of the machine's interfaces that are up: those others can reach first, the
     * loopback ones last; no link-local ones.
     *
     * @return IP literals without zone
     */
    public static List<String> literals() {
        List<String> reachable = new ArrayList<>();
        List<String> loopback = new ArrayList<>();
        try {
            for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (one.isUp()) {
                    sort(Collections.list(one.getInetAddresses()), reachable, loopback);
                }
            }
        } catch (SocketException e) {
            loopback.add("127.0.0.1");
        }
        reachable.addAll(loopback);
        return List.copyOf(reachable);
    }

    private static void sort(
            List<InetAddress> addresses, List<String> reachable, List<String> loopback) {
        for (InetAddress address : addresses) {
            if (address.isLoopbackAddress()) {
                loopback.add(literal(address));
            } else if (!address.isLinkLocalAddress() && !address.isMulticastAddress()) {
                reachable.add(literal(address));
            }
        }
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /**
     * The machine's host name.
     *
     * @return {@code localhost} where it has none
     */
    static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.matches("[A-Za-z0-9.-]+") ? name : "localhost";
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
