package org.sonnerie.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.MediaEvent.NegotiationFailure;

/**
 * What a carrier says of its side (RFC 3264): the first plain RTP audio m-line of its offer or
 * answer.
 *
 * @param session the whole SDP
 * @param audioIndex which m-line of the session
 * @param connection where it wants packets, as written
 * @param port where it wants packets
 * @param formats those of our codecs that were allowed, best first by its own order, at least one
 * @param telephoneEvent how it receives keys, at the clock rate of the first format
 * @param direction as the carrier sees it; inactive also where the address is unspecified (the old
 *     way of hold, RFC 3264 section 8.4)
 */
public record TrunkSdp(
        SessionDescription session,
        int audioIndex,
        Connection connection,
        int port,
        List<RtpFormat> formats,
        Optional<RtpFormat> telephoneEvent,
        Direction direction) {
    /** Copies the list. */
    public TrunkSdp {
        formats = List.copyOf(formats);
    }

    /**
     * Reads a carrier's offer or answer.
     *
     * @param sdp its text
     * @param allowed the codecs of the trunk
     * @return what it says, or why it cannot be used
     */
    public static SdpResult<TrunkSdp> parse(String sdp, List<AudioCodec> allowed) {
        return switch (SessionDescription.parse(sdp)) {
            case SdpResult.Read<SessionDescription>(SessionDescription session) ->
                    of(session, allowed);
            case SdpResult.Refused<SessionDescription>(NegotiationFailure reason, String detail) ->
                    new SdpResult.Refused<>(reason, detail);
        };
    }

    private static SdpResult<TrunkSdp> of(SessionDescription session, List<AudioCodec> allowed) {
        for (int i = 0; i < session.media().size(); i++) {
            MediaDescription media = session.media().get(i);
            boolean isAudio = media.kind().equals("audio") && media.port() != 0;
            if (isAudio && media.protocol().matches("RTP/AVPF?")) {
                return of(session, i, allowed);
            }
        }
        return new SdpResult.Refused<>(NegotiationFailure.NO_COMMON_CODEC, "no RTP/AVP audio");
    }

    private static SdpResult<TrunkSdp> of(
            SessionDescription session, int index, List<AudioCodec> allowed) {
        MediaDescription audio = session.media().get(index);
        Optional<Connection> connection = session.connection(audio);
        if (connection.isEmpty()) {
            return new SdpResult.Refused<>(NegotiationFailure.NO_TRANSPORT, "no c= line");
        }
        List<RtpFormat> all = audio.rtpFormats();
        List<RtpFormat> usable = new ArrayList<>();
        for (RtpFormat format : all) {
            if (format.codec().filter(allowed::contains).isPresent()) {
                usable.add(format);
            }
        }
        if (usable.isEmpty()) {
            return new SdpResult.Refused<>(NegotiationFailure.NO_COMMON_CODEC, "no allowed codec");
        }
        boolean oldHold = IpLiteral.isUnspecified(connection.get().address());
        int clockRateHz = usable.getFirst().clockRateHz();
        return new SdpResult.Read<>(
                new TrunkSdp(
                        session,
                        index,
                        connection.get(),
                        audio.port(),
                        usable,
                        all.stream()
                                .filter(RtpFormat::isTelephoneEvent)
                                .filter(format -> format.clockRateHz() == clockRateHz)
                                .findFirst(),
                        oldHold ? Direction.INACTIVE : session.direction(audio)));
    }

    /**
     * The format to send in.
     *
     * @return the first of those usable
     */
    public RtpFormat format() {
        return formats.getFirst();
    }

    /**
     * The codec to send in.
     *
     * @return that of {@link #format()}
     */
    public AudioCodec codec() {
        return format().codec().orElseThrow();
    }
}
