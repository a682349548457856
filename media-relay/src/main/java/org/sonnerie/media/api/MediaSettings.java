package org.sonnerie.media.api;

import java.util.List;

/**
 * Where the relay listens and what it says of itself.
 *
 * @param mediaPort the UDP and TCP port of all browsers; 0 = any free one
 * @param bindAddresses IP literals the media port binds; candidates are these, 127.0.0.1 last
 * @param publicAddresses IP literals that replace the bound ones in SDP (behind NAT); may be empty
 * @param trunkAddress the IP literal that carriers' RTP is received on and that stands in SDP
 *     towards them, unless a public one replaces it
 * @param trunkPorts the UDP ports for carriers' RTP
 * @param threads media threads, 1 to 64
 * @param thisComputerOnly drop, before parsing, what does not come from an address of this machine
 *     (the demo)
 */
public record MediaSettings(
        int mediaPort,
        List<String> bindAddresses,
        List<String> publicAddresses,
        String trunkAddress,
        PortRange trunkPorts,
        int threads,
        boolean thisComputerOnly) {
    /** Copies the lists and checks the ranges. */
    public MediaSettings {
        bindAddresses = List.copyOf(bindAddresses);
        publicAddresses = List.copyOf(publicAddresses);
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("threads: 1 to 64, not " + threads);
        }
    }

    /**
     * A range of UDP ports; 0-0 means any free one.
     *
     * @param first the lowest
     * @param last the highest, not below the first
     */
    public record PortRange(int first, int last) {
        /** Checks the order. */
        public PortRange {
            if (first < 0 || last < first || last > 65_535) {
                throw new IllegalArgumentException("not a port range: " + first + "-" + last);
            }
        }
    }
}
