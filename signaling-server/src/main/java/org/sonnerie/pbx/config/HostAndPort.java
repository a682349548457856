package org.sonnerie.pbx.config;

/**
 * A place on the network, written {@code host:port}.
 *
 * @param host a name or an IP literal without brackets
 * @param port 1 to 65535
 */
public record HostAndPort(String host, int port) {
    /** Checks both parts. */
    public HostAndPort {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a host and port: " + host + ":" + port);
        }
    }

    /**
     * Reads the written form; Spring's conversion calls it.
     *
     * @param text such as {@code 127.0.0.1:5070} or {@code [::1]:5070}
     * @return both parts
     * @throws IllegalArgumentException if it is none
     */
    public static HostAndPort valueOf(String text) {
        int colon = text.lastIndexOf(':');
        String digits = text.substring(colon + 1);
        if (colon < 1 || !digits.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("a place is written host:port, not " + text);
        }
        String host = text.substring(0, colon).replace("[", "").replace("]", "");
        return new HostAndPort(host, Integer.parseInt(digits));
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
