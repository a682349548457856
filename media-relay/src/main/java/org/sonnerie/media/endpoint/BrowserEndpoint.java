package org.sonnerie.media.endpoint;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.MediaEvent.NegotiationFailure;
import org.sonnerie.media.dtls.DtlsEvent;
import org.sonnerie.media.ice.IceCredentials;
import org.sonnerie.media.ice.IcePair;
import org.sonnerie.media.ice.IceResult;
import org.sonnerie.media.ice.IceSession;
import org.sonnerie.media.net.PacketSocket;
import org.sonnerie.media.sdp.BrowserAnswer;
import org.sonnerie.media.sdp.BrowserOffer;
import org.sonnerie.media.sdp.Fingerprint;
import org.sonnerie.media.sdp.IceParameters;
import org.sonnerie.media.sdp.RtpFormat;
import org.sonnerie.media.sdp.SdpResult;
import org.sonnerie.media.srtp.SrtpDrop;
import org.sonnerie.media.srtp.SrtpSession;

/**
 * A browser's leg: ICE-lite, DTLS passive, SRTP. A new ufrag in an offer is an ICE restart; another
 * session (RFC 9429 section 5.2.1) is another connection, of the same page or of another one, and a
 * new fingerprint another page: with both everything begins anew but the stream it hears. Owned by
 * one media thread.
 */
public final class BrowserEndpoint extends MediaEndpoint {
    /**
     * After this long without anything authentic the page counts as gone. Consent checks alone come
     * every 4 to 6 s (RFC 7675 section 5.1): a muted page must not be taken for a lost one.
     */
    static final long LOST_NANOS = 7_000_000_000L;

    private final BrowserSetting setting;
    private final BrowserWire wire;
    private final long sessionId;
    private long sessionVersion;
    private @Nullable IceSession ice;
    private IceCredentials local;
    private @Nullable IceParameters remote;
    private List<Fingerprint> fingerprints = List.of();
    private String remoteSession = "";
    private @Nullable Association association;
    private long lastHeardNanos;
    private boolean up;

    private BrowserEndpoint(
            EndpointId id, Studio studio, BrowserSetting setting, BrowserWire wire) {
        super(id, studio, wire);
        this.setting = setting;
        this.wire = wire;
        this.sessionId = studio.random().nextLong(Long.MAX_VALUE);
        this.local = IceCredentials.generate(studio.random());
    }

    /**
     * A new one that has agreed on nothing.
     *
     * @param id its name
     * @param studio its own
     * @param setting of all browsers
     * @return the endpoint
     */
    public static BrowserEndpoint open(EndpointId id, Studio studio, BrowserSetting setting) {
        return new BrowserEndpoint(id, studio, setting, new BrowserWire(studio));
    }

    /**
     * Answers an offer.
     *
     * @param sdp the browser's
     * @param nowNanos the time
     * @return the answer
     */
    public Negotiated answer(String sdp, long nowNanos) {
        return switch (BrowserOffer.parse(sdp)) {
            case SdpResult.Read<BrowserOffer>(BrowserOffer offer) -> answer(offer, nowNanos);
            case SdpResult.Refused<BrowserOffer>(NegotiationFailure reason, String detail) ->
                    new Negotiated.Refused(reason, detail);
        };
    }

    private Negotiated answer(BrowserOffer offer, long nowNanos) {
        Optional<AudioCodec> codec = offer.bestCodec();
        List<org.sonnerie.media.dtls.Fingerprint> expected = usable(offer.fingerprints());
        if (codec.isEmpty() || expected.isEmpty()) {
            return new Negotiated.Refused(
                    codec.isEmpty()
                            ? NegotiationFailure.NO_COMMON_CODEC
                            : NegotiationFailure.NO_TRANSPORT,
                    "codec or fingerprint");
        }
        if (isAnother(offer)) {
            beginAnew(offer, expected, nowNanos);
        } else if (!offer.ice().equals(remote)) {
            restartIce(offer);
        }
        agreed(media(offer, codec.get()));
        return new Negotiated.Agreed(
                new BrowserAnswer(
                                sessionId,
                                ++sessionVersion,
                                new IceParameters(local.ufrag(), local.password()),
                                new Fingerprint(
                                        setting.certificate().fingerprint().algorithm(),
                                        setting.certificate().fingerprint().hex()),
                                codec.get(),
                                ssrc(),
                                setting.candidates())
                        .write(offer));
    }

    private static List<org.sonnerie.media.dtls.Fingerprint> usable(List<Fingerprint> offered) {
        return offered.stream()
                .map(f -> f.algorithm() + " " + f.hex())
                .map(org.sonnerie.media.dtls.Fingerprint::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of another connection: a page that has lost one has a certificate for all of them. */
    private boolean isAnother(BrowserOffer offer) {
        return !offer.fingerprints().equals(fingerprints)
                || !offer.session().sessionId().equals(remoteSession);
    }

    private void beginAnew(
            BrowserOffer offer, List<org.sonnerie.media.dtls.Fingerprint> expected, long nowNanos) {
        endAssociation();
        if (remote != null) {
            local = IceCredentials.generate(studio().random());
        }
        IceSession session = new IceSession(local, credentials(offer), nowNanos);
        ice = session;
        wire.ice(session);
        remote = offer.ice();
        fingerprints = offer.fingerprints();
        remoteSession = offer.session().sessionId();
        association = new Association(this, setting, wire, expected);
        lastHeardNanos = nowNanos;
        voice().restarted();
    }

    private void restartIce(BrowserOffer offer) {
        IceSession session = ice;
        if (session != null) {
            local = IceCredentials.generate(studio().random());
            session.restart(local, credentials(offer));
            remote = offer.ice();
        }
    }

    private static IceCredentials credentials(BrowserOffer offer) {
        return new IceCredentials(offer.ice().ufrag(), offer.ice().password());
    }

    private static AgreedMedia media(BrowserOffer offer, AudioCodec codec) {
        RtpFormat format = offer.format(codec).orElseThrow();
        AgreedMedia.Keys keys =
                offer.telephoneEvent(codec)
                        .map(event ->
                                AgreedMedia.Keys.events(
                                        event.payloadType(),
                                        event.payloadType(),
                                        event.clockRateHz()))
                        .orElse(AgreedMedia.Keys.ABSENT);
        return new AgreedMedia(
                codec,
                format.clockRateHz(),
                format.payloadType(),
                format.payloadType(),
                keys,
                offer.audioLevelExtension(),
                offer.direction().receives());
    }

    /**
     * The ufrags by which checks for this endpoint are found.
     *
     * @return one, or two while an ICE restart is under way
     */
    public List<String> localUfrags() {
        IceSession session = ice;
        return session == null ? List.of() : session.localUfrags();
    }

    /**
     * Takes a STUN message that names one of our ufrags.
     *
     * @param datagram holds it
     * @param via where it came in, and where the answer goes
     * @param nowNanos the time
     * @return what it changed; null if it was no authentic check
     */
    public IceResult.@Nullable Change stun(Datagram datagram, PacketSocket via, long nowNanos) {
        IceSession session = ice;
        if (session == null) {
            return null;
        }
        IcePair pair = datagram.pair(via);
        IceResult result =
                session.receive(
                        datagram.buffer(), datagram.offset(), datagram.length(), pair, nowNanos);
        return switch (result) {
            case IceResult.Accepted(var reply, IceResult.Change change) -> {
                wire.answer(reply.bytes(), via, pair, true);
                studio().counters().count(Counter.STUN_ANSWERED);
                heard(nowNanos);
                yield change;
            }
            case IceResult.Refused(var reply, int _) -> {
                wire.answer(reply.bytes(), via, pair, false);
                studio().counters().count(Counter.DROP_STUN);
                yield null;
            }
            case IceResult.Dropped _ -> {
                studio().counters().count(Counter.DROP_STUN);
                yield null;
            }
        };
    }

    /**
     * Takes a DTLS datagram: only on a pair that ICE has validated.
     *
     * @param datagram holds it
     * @param via where it came in
     */
    public void dtls(Datagram datagram, PacketSocket via) {
        IceSession session = ice;
        IcePair pair = datagram.pair(via);
        Association current = association;
        boolean taken =
                session != null
                        && current != null
                        && session.isValidated(pair)
                        && current.receive(datagram, pair);
        if (!taken) {
            studio().counters().count(Counter.DROP_DTLS);
        }
    }

    /**
     * Takes SRTP: the receive path.
     *
     * @param datagram holds it; decrypted in place
     * @param nowNanos the time
     */
    public void rtp(Datagram datagram, long nowNanos) {
        SrtpSession srtp = wire.srtp();
        if (srtp == null) {
            studio().counters().count(Counter.DROP_NOT_KEYED);
            return;
        }
        int length = srtp.unprotectRtp(datagram.buffer(), datagram.offset(), datagram.length());
        if (length < 0) {
            dropped(length);
        } else if (incoming().wrap(datagram.buffer(), datagram.offset(), length)) {
            heard(nowNanos);
            voice().received(incoming(), nowNanos);
        } else {
            studio().counters().count(Counter.DROP_MALFORMED);
        }
    }

    /**
     * Takes SRTCP.
     *
     * @param datagram holds it; decrypted in place
     * @param nowNanos the time
     */
    public void rtcp(Datagram datagram, long nowNanos) {
        SrtpSession srtp = wire.srtp();
        if (srtp == null) {
            studio().counters().count(Counter.DROP_NOT_KEYED);
            return;
        }
        int length = srtp.unprotectRtcp(datagram.buffer(), datagram.offset(), datagram.length());
        if (length < 0) {
            dropped(length);
        } else {
            heard(nowNanos);
            rtcpReceived(datagram.buffer(), datagram.offset(), length, nowNanos);
        }
    }

    private void dropped(int code) {
        studio().counters()
                .count(
                        switch (SrtpDrop.ofCode(code)) {
                            case MALFORMED -> Counter.DROP_MALFORMED;
                            case NOT_AUTHENTIC -> Counter.DROP_NOT_AUTHENTIC;
                            case REPLAYED -> Counter.DROP_REPLAYED;
                            case TOO_MANY_SOURCES, CIPHER_FAILED -> Counter.DROP_SRTP_OTHER;
                        });
    }

    /** What came of an association; of one that was replaced nothing matters any more. */
    void happened(Association source, DtlsEvent event, long nowNanos) {
        if (!source.equals(association)) {
            return;
        }
        switch (event) {
            case DtlsEvent.Keyed(var keys) -> {
                studio().counters().count(Counter.DTLS_KEYED);
                wire.srtp(new SrtpSession(keys));
                lastHeardNanos = nowNanos;
                up = true;
                up();
            }
            case DtlsEvent.Failed _ -> studio().counters().count(Counter.DTLS_FAILED);
            case DtlsEvent.Closed _ -> {
                wire.srtp(null);
                gone();
            }
        }
    }

    private void heard(long nowNanos) {
        lastHeardNanos = nowNanos;
        wire.consent(true);
        if (!up && wire.srtp() != null) {
            up = true;
            up();
        }
    }

    @Override
    void watch(long nowNanos) {
        IceSession session = ice;
        wire.watch();
        if (up && nowNanos - lastHeardNanos > LOST_NANOS) {
            gone();
        }
        if (session != null && session.isConsentExpired(nowNanos)) {
            wire.consent(false);
        }
    }

    private void gone() {
        if (up) {
            up = false;
            lost();
        }
    }

    private void endAssociation() {
        Association old = association;
        if (old != null) {
            old.close();
            association = null;
        }
        wire.srtp(null);
        up = false;
    }

    @Override
    void closeTransport() {
        endAssociation();
        wire.release();
    }
}
