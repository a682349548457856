package org.sonnerie.media.endpoint;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.TrunkMedia;
import org.sonnerie.media.sdp.TrunkSdp;

/**
 * Whose plain RTP is a carrier's. Its address is pinned by the SDP; where that one is private and
 * cannot be meant, by where its SIP comes from and by the trunk's media networks. The port is
 * learned from the first packet, behind whatever NAT, and then fixed with the SSRC: a stranger's
 * packet takes nothing over. Pure. Owned by one media thread.
 */
final class TrunkLatch {
    /** A carrier that falls silent this long may have moved to another port. */
    static final long RELEARN_NANOS = 2_000_000_000L;

    /** Some carriers change the SSRC without a word when they switch from tones to speech. */
    static final long NEW_SOURCE_NANOS = 200_000_000L;

    private final List<AddressRange> allowed = new ArrayList<>();
    private @Nullable InetSocketAddress announced;
    private @Nullable InetSocketAddress learned;
    private @Nullable InetAddress pinned;
    private int ssrc;
    private boolean open = true;
    private long lastNanos;

    /** A new offer or answer: the port may be learned anew. */
    void renew(TrunkSdp sdp, TrunkMedia terms) {
        Optional<AddressRange> signalling = AddressRange.parse(terms.signallingAddress());
        Optional<AddressRange> said =
                sdp.connection().isUsable()
                        ? AddressRange.parse(sdp.connection().address())
                        : Optional.empty();
        boolean meant = said.isPresent() && isMeant(sdp, signalling);
        allowed.clear();
        said.filter(_ -> meant).ifPresent(allowed::add);
        if (!meant || sdp.connection().isPrivate()) {
            signalling.ifPresent(allowed::add);
            terms.mediaNetworks().forEach(net -> AddressRange.parse(net).ifPresent(allowed::add));
        }
        InetSocketAddress target =
                (meant ? said : signalling)
                        .map(range -> new InetSocketAddress(range.network(), sdp.port()))
                        .orElse(null);
        if (!Objects.equals(target, announced)) {
            // The carrier has moved; until its first packet comes, its word is the best we have.
            pinned = null;
            learned = null;
        }
        announced = target;
        open = true;
    }

    /** A private address is meant where the carrier's SIP comes from private ones too. */
    private static boolean isMeant(TrunkSdp sdp, Optional<AddressRange> signalling) {
        return !sdp.connection().isPrivate()
                || signalling
                        .map(AddressRange::network)
                        .filter(TrunkLatch::isPrivateNetwork)
                        .isPresent();
    }

    /** RFC 1918 or RFC 4193; the platform knows only the first and what the second replaced. */
    private static boolean isPrivateNetwork(InetAddress address) {
        boolean uniqueLocal =
                address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
        return uniqueLocal || address.isSiteLocalAddress();
    }

    /**
     * Judges a packet of an agreed payload type, and learns from it.
     *
     * @param from where it came from
     * @param packetSsrc its SSRC
     * @param nowNanos the time
     * @return whether it is the carrier's
     */
    boolean accept(InetSocketAddress from, int packetSsrc, long nowNanos) {
        long silentNanos = nowNanos - lastNanos;
        InetSocketAddress known = learned;
        if (known != null && known.equals(from)) {
            boolean same = packetSsrc == ssrc || open || silentNanos > NEW_SOURCE_NANOS;
            return same && learn(from, packetSsrc, nowNanos);
        }
        boolean mayLearn = known == null || open || silentNanos > RELEARN_NANOS;
        return mayLearn && isFromCarrier(from.getAddress()) && learn(from, packetSsrc, nowNanos);
    }

    private boolean learn(InetSocketAddress from, int packetSsrc, long nowNanos) {
        learned = from;
        pinned = from.getAddress();
        ssrc = packetSsrc;
        open = false;
        lastNanos = nowNanos;
        return true;
    }

    /** Whether an address is the carrier's: the one learned, before that any allowed. */
    boolean isFromCarrier(InetAddress address) {
        InetAddress fixed = pinned;
        return (fixed == null || open) ? isAllowed(address) : fixed.equals(address);
    }

    private boolean isAllowed(InetAddress address) {
        for (AddressRange range : allowed) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** Where to send: whence the carrier sends (symmetric RTP, RFC 4961), else where it said. */
    @Nullable InetSocketAddress target() {
        InetSocketAddress known = learned;
        return known == null ? announced : known;
    }

    @Override
    public String toString() {
        return learned == null ? "waiting" : "latched";
    }
}
