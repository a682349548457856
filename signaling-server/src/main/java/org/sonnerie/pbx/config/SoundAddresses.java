package org.sonnerie.pbx.config;

import java.net.InetAddress;
import java.util.List;

/**
 * What sound and SIP bind and show, as the settings and the machine have it.
 *
 * @param media bound for all browsers
 * @param trunk bound for carriers' RTP
 * @param sip bound for SIP; may be the unspecified one
 * @param sipShown stands in Via and Contact
 */
record SoundAddresses(List<String> media, String trunk, String sip, String sipShown) {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String ANY = "0.0.0.0";

    /**
     * Finds them.
     *
     * @param properties the settings
     * @param machine the machine's addresses, those others can reach first
     * @return the addresses
     */
    static SoundAddresses of(SonnerieProperties properties, List<String> machine) {
        String trunk = trunk(properties, machine);
        String sip =
                properties.bind().trunk().isBlank()
                        ? properties.bindAddress().orElse(ANY)
                        : properties.bind().trunk();
        return new SoundAddresses(
                media(properties, machine),
                trunk,
                sip,
                shown(properties.bind().publicAddress(), trunk));
    }

    /** The loopback ones only in the demo, or where there are no others. */
    private static List<String> media(SonnerieProperties properties, List<String> machine) {
        if (!properties.bind().media().isEmpty()) {
            return properties.bind().media();
        }
        var reachable =
                machine.stream().filter(address -> !parsed(address).isLoopbackAddress()).toList();
        return properties.demo() || reachable.isEmpty() ? machine : reachable;
    }

    private static String trunk(SonnerieProperties properties, List<String> machine) {
        if (!properties.bind().trunk().isBlank()) {
            return properties.bind().trunk();
        }
        return properties
                .bindAddress()
                .orElseGet(() ->
                        machine.stream()
                                .filter(address -> address.indexOf(':') < 0)
                                .findFirst()
                                .orElse(LOOPBACK));
    }

    /** As the relay shows carriers: a public address of the same family, but not on loopback. */
    private static String shown(List<String> publicAddresses, String trunk) {
        var bound = parsed(trunk);
        return publicAddresses.stream()
                .filter(address -> !bound.isLoopbackAddress())
                .filter(address -> parsed(address).getClass() == bound.getClass())
                .findFirst()
                .orElse(trunk);
    }

    private static InetAddress parsed(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
