package org.sonnerie.pbx.plan;

import java.util.List;

/**
 * The far end of a trunk.
 *
 * @param host host name or IP literal
 * @param port its SIP port
 * @param transport how SIP travels
 * @param allowedSources IP addresses or CIDR networks from which its calls are accepted
 * @param codecs offered and accepted, best first
 * @param mediaNetworks further networks, CIDR, its sound may come from
 */
public record Carrier(
        String host,
        int port,
        Transport transport,
        List<String> allowedSources,
        List<Codec> codecs,
        List<String> mediaNetworks) {
    /** Copies the lists. */
    public Carrier {
        allowedSources = List.copyOf(allowedSources);
        codecs = List.copyOf(codecs);
        mediaNetworks = List.copyOf(mediaNetworks);
    }

    /** How SIP travels. */
    public enum Transport {
        /** Datagrams. */
        UDP,
        /** A stream. */
        TCP
    }

    /** How sound is coded. */
    public enum Codec {
        /** RFC 7587. */
        OPUS,
        /** G.711 A-law. */
        PCMA,
        /** G.711 µ-law. */
        PCMU
    }
}
