package org.sonnerie.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.MediaEvent.NegotiationFailure;

/**
 * What a browser offers (RFC 9429): the first usable audio m-line of its SDP and the transport
 * below it.
 *
 * @param session the whole SDP
 * @param audioIndex which m-line of the session
 * @param mid the m-line's identification (RFC 5888), empty if it has none
 * @param ice the browser's credentials
 * @param fingerprints of the browser's certificate, at least one
 * @param formats its RTP formats, best first
 * @param direction as the browser sees it
 * @param audioLevelExtension the id of the RFC 6464 extension, or -1
 */
public record BrowserOffer(
        SessionDescription session,
        int audioIndex,
        String mid,
        IceParameters ice,
        List<Fingerprint> fingerprints,
        List<RtpFormat> formats,
        Direction direction,
        int audioLevelExtension) {
    /** Copies the lists. */
    public BrowserOffer {
        fingerprints = List.copyOf(fingerprints);
        formats = List.copyOf(formats);
    }

    /**
     * Reads a browser's offer.
     *
     * @param sdp its text
     * @return the offer, or why it cannot be answered
     */
    public static SdpResult<BrowserOffer> parse(String sdp) {
        return switch (SessionDescription.parse(sdp)) {
            case SdpResult.Read<SessionDescription>(SessionDescription session) -> of(session);
            case SdpResult.Refused<SessionDescription>(NegotiationFailure reason, String detail) ->
                    new SdpResult.Refused<>(reason, detail);
        };
    }

    private static SdpResult<BrowserOffer> of(SessionDescription session) {
        for (int i = 0; i < session.media().size(); i++) {
            if (isAudio(session.media().get(i))) {
                return of(session, i);
            }
        }
        return new SdpResult.Refused<>(NegotiationFailure.NO_COMMON_CODEC, "no audio");
    }

    private static boolean isAudio(MediaDescription media) {
        return media.kind().equals("audio")
                && media.port() != 0
                && media.protocol().toUpperCase(Locale.ROOT).matches("(UDP|TCP)/TLS/RTP/SAVPF?");
    }

    private static SdpResult<BrowserOffer> of(SessionDescription session, int index) {
        MediaDescription audio = session.media().get(index);
        String ufrag = session.attribute(audio, "ice-ufrag").orElse("");
        String password = session.attribute(audio, "ice-pwd").orElse("");
        List<Fingerprint> fingerprints = fingerprints(session, audio);
        if (!IceParameters.isValid(ufrag, password)) {
            return new SdpResult.Refused<>(NegotiationFailure.NO_TRANSPORT, "ICE credentials");
        }
        if (fingerprints.isEmpty()) {
            return new SdpResult.Refused<>(NegotiationFailure.NO_TRANSPORT, "fingerprint");
        }
        // We are always the DTLS server; who offers to be only that cannot be answered.
        if (session.attribute(audio, "setup").orElse("active").equals("passive")) {
            return new SdpResult.Refused<>(NegotiationFailure.NO_TRANSPORT, "setup:passive");
        }
        if (audio.attribute("rtcp-mux").isEmpty()) {
            return new SdpResult.Refused<>(NegotiationFailure.NO_TRANSPORT, "no rtcp-mux");
        }
        BrowserOffer offer =
                new BrowserOffer(
                        session,
                        index,
                        audio.attribute("mid").orElse(""),
                        new IceParameters(ufrag, password),
                        fingerprints,
                        audio.rtpFormats(),
                        session.direction(audio),
                        audio.audioLevelExtension());
        return offer.bestCodec().isPresent()
                ? new SdpResult.Read<>(offer)
                : new SdpResult.Refused<>(NegotiationFailure.NO_COMMON_CODEC, "no known codec");
    }

    private static List<Fingerprint> fingerprints(
            SessionDescription session, MediaDescription audio) {
        boolean own = audio.attribute("fingerprint").isPresent();
        List<Fingerprint> result = new ArrayList<>();
        for (SdpAttribute attribute : own ? audio.attributes() : session.attributes()) {
            if (attribute.name().equals("fingerprint")) {
                Fingerprint.parse(attribute.content()).ifPresent(result::add);
            }
        }
        return result;
    }

    /**
     * The format of a codec.
     *
     * @param codec which
     * @return its payload type and parameters, if the browser offers it
     */
    public Optional<RtpFormat> format(AudioCodec codec) {
        return formats.stream().filter(f -> f.codec().equals(Optional.of(codec))).findFirst();
    }

    /**
     * The codec to answer with unless there is a reason for another: Opus, else the first G.711
     * offered.
     *
     * @return empty if the browser offers none of ours
     */
    public Optional<AudioCodec> bestCodec() {
        return format(AudioCodec.OPUS)
                .or(() -> formats.stream().filter(f -> f.codec().isPresent()).findFirst())
                .flatMap(RtpFormat::codec);
    }

    /**
     * The format in which keys are sent beside a codec: the one of the same clock rate, else any
     * (Firefox offers 8 kHz only).
     *
     * @param codec the codec answered
     * @return its payload type and clock rate
     */
    public Optional<RtpFormat> telephoneEvent(AudioCodec codec) {
        int clockRateHz = RtpFormat.of(codec).clockRateHz();
        return formats.stream()
                .filter(f -> f.isTelephoneEvent() && f.clockRateHz() == clockRateHz)
                .findFirst()
                .or(() -> formats.stream().filter(RtpFormat::isTelephoneEvent).findFirst());
    }

    /** Keeps the credentials out of logs. */
    @Override
    public String toString() {
        return "BrowserOffer[mid " + mid + ", " + formats.size() + " formats, " + direction + "]";
    }
}
