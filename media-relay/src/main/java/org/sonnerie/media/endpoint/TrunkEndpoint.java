package org.sonnerie.media.endpoint;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.MediaEvent.NegotiationFailure;
import org.sonnerie.media.api.TrunkMedia;
import org.sonnerie.media.net.ReadableSockets;
import org.sonnerie.media.net.UdpPorts;
import org.sonnerie.media.net.UdpSocket;
import org.sonnerie.media.sdp.RtpFormat;
import org.sonnerie.media.sdp.SdpResult;
import org.sonnerie.media.sdp.TrunkSdp;
import org.sonnerie.media.sdp.TrunkSide;

/** A carrier's leg: plain RTP on a pair of ports of its own. Owned by one media thread. */
public final class TrunkEndpoint extends MediaEndpoint {
    private static final int DRAIN_LIMIT = 32;

    /** What {@link TrunkSide} offers telephone-events as. */
    private static final int OFFERED_KEYS_8000 = 101;

    private static final int OFFERED_KEYS_48000 = 102;

    private final UdpPorts.RtpPair ports;
    private final TrunkLatch latch;
    private final String address;
    private final long sessionId;
    private long sessionVersion;
    private @Nullable TrunkMedia terms;
    private boolean up;

    private TrunkEndpoint(
            EndpointId id,
            Studio studio,
            UdpPorts.RtpPair ports,
            TrunkLatch latch,
            String address) {
        super(id, studio, new TrunkWire(ports, latch, studio.counters()));
        this.ports = ports;
        this.latch = latch;
        this.address = address;
        this.sessionId = studio.random().nextInt(Integer.MAX_VALUE);
    }

    /**
     * A new one that has agreed on nothing.
     *
     * @param id its name
     * @param studio its own
     * @param ports where it receives; closed with it
     * @param address the IP literal that stands in SDP
     * @return the endpoint
     */
    public static TrunkEndpoint open(
            EndpointId id, Studio studio, UdpPorts.RtpPair ports, String address) {
        return new TrunkEndpoint(id, studio, ports, new TrunkLatch(), address);
    }

    /**
     * Makes an offer.
     *
     * @param newTerms what the trunk allows
     * @return the SDP
     */
    public Negotiated offer(TrunkMedia newTerms) {
        terms = newTerms;
        return new Negotiated.Agreed(side().offer(newTerms.codecs()));
    }

    /**
     * Answers an offer.
     *
     * @param sdp the carrier's
     * @param newTerms what the trunk allows
     * @return the answer
     */
    public Negotiated answer(String sdp, TrunkMedia newTerms) {
        return switch (TrunkSdp.parse(sdp, newTerms.codecs())) {
            case SdpResult.Read<TrunkSdp>(TrunkSdp offer) -> {
                terms = newTerms;
                latch.renew(offer, newTerms);
                Optional<RtpFormat> keys = offer.telephoneEvent();
                int keysType = keys.map(RtpFormat::payloadType).orElse(AgreedMedia.NONE);
                agreed(media(offer, offer.format().payloadType(), keysType));
                yield new Negotiated.Agreed(side().answer(offer));
            }
            case SdpResult.Refused<TrunkSdp>(NegotiationFailure reason, String detail) ->
                    new Negotiated.Refused(reason, detail);
        };
    }

    /**
     * Applies the answer to our offer; a later one replaces an early one.
     *
     * @param sdp the carrier's
     * @return nothing to pass on
     */
    public Negotiated apply(String sdp) {
        TrunkMedia current = terms;
        List<AudioCodec> offered = current == null ? List.of() : current.codecs();
        return switch (TrunkSdp.parse(sdp, offered)) {
            case SdpResult.Read<TrunkSdp>(TrunkSdp answer) -> {
                if (current != null) {
                    latch.renew(answer, current);
                    agreed(media(answer, offeredType(answer.codec()), offeredKeys(answer)));
                }
                yield new Negotiated.Agreed("");
            }
            case SdpResult.Refused<TrunkSdp>(NegotiationFailure reason, String detail) ->
                    new Negotiated.Refused(reason, detail);
        };
    }

    private TrunkSide side() {
        return new TrunkSide(sessionId, ++sessionVersion, address, ports.rtp().port());
    }

    private static AgreedMedia media(TrunkSdp remote, int receiveType, int keysReceiveType) {
        RtpFormat format = remote.format();
        AgreedMedia.Keys keys =
                remote.telephoneEvent()
                        .map(event ->
                                AgreedMedia.Keys.events(
                                        event.payloadType(), keysReceiveType, event.clockRateHz()))
                        .orElse(AgreedMedia.Keys.IN_BAND);
        return new AgreedMedia(
                remote.codec(),
                format.clockRateHz(),
                format.payloadType(),
                receiveType,
                keys,
                AgreedMedia.NONE,
                remote.direction().receives());
    }

    /** RFC 3264 section 6.1: who answers uses our numbers when he sends. */
    private static int offeredType(AudioCodec codec) {
        return RtpFormat.of(codec).payloadType();
    }

    private static int offeredKeys(TrunkSdp answer) {
        return answer.codec() == AudioCodec.OPUS ? OFFERED_KEYS_48000 : OFFERED_KEYS_8000;
    }

    /**
     * Has its sockets watched, as long as they are open.
     *
     * @param sockets of the thread
     */
    public void watchedBy(ReadableSockets sockets) {
        sockets.watch(ports.rtp(), () -> drain(ports.rtp(), this::rtp));
        sockets.watch(ports.rtcp(), () -> drain(ports.rtcp(), this::rtcp));
    }

    /**
     * The thread watches its sockets no more: another one will.
     *
     * @param sockets of the thread
     */
    public void unwatchedBy(ReadableSockets sockets) {
        sockets.forget(ports.rtp());
        sockets.forget(ports.rtcp());
    }

    private void drain(UdpSocket socket, UdpSocket.Receiver receiver) {
        int datagrams = socket.drain(receiver, DRAIN_LIMIT);
        studio().counters().add(Counter.DATAGRAMS_RECEIVED, datagrams);
    }

    /** The receive path. */
    private void rtp(byte[] buffer, int offset, int length, InetSocketAddress from) {
        long nowNanos = studio().nowNanos();
        if (!latch.isFromCarrier(from.getAddress())) {
            studio().counters().count(Counter.DROP_STRANGER);
        } else if (!incoming().wrap(buffer, offset, length)) {
            studio().counters().count(Counter.DROP_MALFORMED);
        } else if (!voice().accepts(incoming().payloadType())) {
            studio().counters().count(Counter.DROP_PAYLOAD_TYPE);
        } else if (!latch.accept(from, incoming().ssrc(), nowNanos)) {
            studio().counters().count(Counter.DROP_STRANGER);
        } else {
            voice().received(incoming(), nowNanos);
            if (!up) {
                up = true;
                up();
            }
        }
    }

    private void rtcp(byte[] buffer, int offset, int length, InetSocketAddress from) {
        if (latch.isFromCarrier(from.getAddress())) {
            rtcpReceived(buffer, offset, length, studio().nowNanos());
        } else {
            studio().counters().count(Counter.DROP_STRANGER);
        }
    }

    /** A carrier is never lost by silence: its signalling ends the call. */
    @Override
    void watch(long now) {}

    @Override
    void closeTransport() {
        ports.close();
    }
}
