package org.sonnerie.pbx.config;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The ports that were really opened, for the port file and the ready line. Thread safe. */
public final class OpenPorts {
    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);

    /**
     * Notes an open port.
     *
     * @param service what is served on it
     * @param port 1 to 65535
     */
    public synchronized void opened(Service service, int port) {
        ports.put(service, port);
    }

    /**
     * The port of a service.
     *
     * @param service which
     * @return empty if it is not served (yet)
     */
    public synchronized OptionalInt of(Service service) {
        Integer port = ports.get(service);
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /**
     * All of them as the port file holds them.
     *
     * @return a JSON object, such as {@code {"http":8080,"sip":5060}}
     */
    public synchronized String json() {
        return ports.entrySet().stream()
                .map(entry ->
                        "\"%s\":%d"
                                .formatted(
                                        entry.getKey().name().toLowerCase(Locale.ROOT),
                                        entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** What is served. */
    public enum Service {
        /** Pages and the phone's WebSocket. */
        HTTP,
        /** The same, encrypted. */
        HTTPS,
        /** Health and metrics. */
        MANAGEMENT,
        /** SIP, UDP and TCP. */
        SIP,
        /** All browsers' sound, UDP. */
        MEDIA
    }
}
