package org.sonnerie.media.api;

import java.util.List;

/**
 * The terms on which plain RTP is exchanged with a carrier.
 *
 * @param codecs offered or accepted, best first, at least one
 * @param signallingAddress the IP literal the carrier's SIP comes from: RTP is taken from there
 *     when the SDP carries a private address that it cannot mean
 * @param mediaNetworks further networks, CIDR, from which RTP is taken in that case
 */
public record TrunkMedia(
        List<AudioCodec> codecs, String signallingAddress, List<String> mediaNetworks) {
    /** Copies the lists. */
    public TrunkMedia {
        codecs = List.copyOf(codecs);
        mediaNetworks = List.copyOf(mediaNetworks);
        if (codecs.isEmpty()) {
            throw new IllegalArgumentException("a trunk needs a codec");
        }
    }
}
