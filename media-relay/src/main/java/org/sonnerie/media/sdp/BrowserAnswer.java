package org.sonnerie.media.sdp;

import java.util.List;
import java.util.Optional;
import org.sonnerie.media.api.AudioCodec;

/**
 * Our answer to a browser: ICE-lite (RFC 8445 section 2.5), DTLS passive, one bundled audio stream
 * over one port number (UDP and TCP), everything else refused.
 *
 * @param sessionId the same over all answers of one leg
 * @param sessionVersion one more with each answer
 * @param ice our credentials
 * @param fingerprint of our certificate
 * @param codec the one of the offer to use
 * @param ssrc of what we send
 * @param candidates our addresses, best first, at least one
 */
public record BrowserAnswer(
        long sessionId,
        long sessionVersion,
        IceParameters ice,
        Fingerprint fingerprint,
        AudioCodec codec,
        int ssrc,
        List<Candidate> candidates) {
    /** The audio level header extension (RFC 6464). */
    public static final String AUDIO_LEVEL_URI = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";

    /** The canonical name of our streams; it says nothing of the machine (RFC 7022). */
    public static final String CNAME = "sonnerie";

    private static final String CRLF = "\r\n";

    /** What we want to receive: short packets, repair data, little in silence. */
    private static final String OPUS_PARAMETERS = "minptime=10;useinbandfec=1;usedtx=1";

    /** Copies the list. */
    public BrowserAnswer {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("an answer needs a candidate");
        }
    }

    /**
     * A host candidate, by UDP and by TCP on the same port number.
     *
     * @param address an IP literal
     * @param port 1 to 65535
     */
    public record Candidate(String address, int port) {
        /** RFC 6544 section 4.2: a host candidate that waits to be connected to. */
        private static final long DIRECTION_PASSIVE = 4L << 13;

        private static final long MOST_OTHER_PREFERENCE = (1 << 13) - 1L;

        /**
         * RFC 8839 section 5.1, priority of RFC 8445 section 5.1.2.1: type preference 126,
         * component 1.
         */
        String line(int index) {
            long priority = (126L << 24) | ((65_535L - index) << 8) | 255L;
            return "a=candidate:"
                    + (index + 1)
                    + " 1 udp "
                    + priority
                    + " "
                    + address
                    + " "
                    + port
                    + " typ host\r\n";
        }

        /**
         * RFC 6544 sections 4.2 and 4.5: the type preference is below that of everything by UDP but
         * a relay, so that TCP is taken where UDP does not get through.
         */
        String passiveLine(int index, int foundation) {
            long local = DIRECTION_PASSIVE + MOST_OTHER_PREFERENCE - index;
            long priority = (90L << 24) | (local << 8) | 255L;
            return "a=candidate:"
                    + foundation
                    + " 1 TCP "
                    + priority
                    + " "
                    + address
                    + " "
                    + port
                    + " typ host tcptype passive\r\n";
        }
    }

    /**
     * Writes the answer.
     *
     * @param offer what it answers
     * @return the SDP
     * @throws IllegalArgumentException if the offer does not have the codec
     */
    public String write(BrowserOffer offer) {
        StringBuilder sdp = new StringBuilder(1024);
        sdp.append("v=0\r\no=- ").append(sessionId).append(' ').append(sessionVersion);
        sdp.append(" IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=ice-lite\r\n");
        if (!offer.mid().isEmpty()) {
            sdp.append("a=group:BUNDLE ").append(offer.mid()).append(CRLF);
        }
        sdp.append("a=msid-semantic: WMS *\r\n");
        List<MediaDescription> media = offer.session().media();
        for (int i = 0; i < media.size(); i++) {
            if (i == offer.audioIndex()) {
                writeAudio(offer, media.get(i), sdp);
            } else {
                writeRefused(media.get(i), sdp);
            }
        }
        return sdp.toString();
    }

    /** RFC 3264 section 6: a refused m-line keeps its place, protocol and formats, with port 0. */
    private static void writeRefused(MediaDescription media, StringBuilder sdp) {
        sdp.append("m=").append(media.kind()).append(" 0 ").append(media.protocol());
        sdp.append(' ').append(media.formats().getFirst()).append(CRLF);
        sdp.append("c=IN IP4 0.0.0.0\r\n");
        media.attribute("mid").ifPresent(mid -> sdp.append("a=mid:").append(mid).append(CRLF));
        sdp.append("a=inactive\r\n");
    }

    private void writeAudio(BrowserOffer offer, MediaDescription media, StringBuilder sdp) {
        RtpFormat audio =
                offer.format(codec)
                        .orElseThrow(() -> new IllegalArgumentException(codec + " not offered"));
        Optional<RtpFormat> keys = offer.telephoneEvent(codec);
        sdp.append("m=audio ").append(candidates.getFirst().port());
        sdp.append(' ').append(media.protocol()).append(' ').append(audio.payloadType());
        keys.ifPresent(format -> sdp.append(' ').append(format.payloadType()));
        sdp.append(CRLF).append(Connection.of(candidates.getFirst().address()).line());
        if (!offer.mid().isEmpty()) {
            sdp.append("a=mid:").append(offer.mid()).append(CRLF);
        }
        sdp.append("a=").append(offer.direction().answered().attribute()).append(CRLF);
        sdp.append(audio.answered(OPUS_PARAMETERS).lines());
        keys.ifPresent(format -> sdp.append(format.answered("").lines()));
        sdp.append("a=ptime:20\r\na=rtcp-mux\r\n");
        if (offer.audioLevelExtension() > 0) {
            sdp.append("a=extmap:").append(offer.audioLevelExtension()).append(' ');
            sdp.append(AUDIO_LEVEL_URI).append(CRLF);
        }
        writeTransport(sdp);
        if (offer.direction().receives()) {
            String source = "a=ssrc:" + Integer.toUnsignedString(ssrc);
            sdp.append("a=msid:sonnerie voice\r\n");
            sdp.append(source).append(" cname:").append(CNAME).append(CRLF);
        }
        for (int i = 0; i < candidates.size(); i++) {
            sdp.append(candidates.get(i).line(i));
        }
        for (int i = 0; i < candidates.size(); i++) {
            sdp.append(candidates.get(i).passiveLine(i, candidates.size() + i + 1));
        }
        sdp.append("a=end-of-candidates\r\n");
    }

    private void writeTransport(StringBuilder sdp) {
        sdp.append("a=ice-ufrag:").append(ice.ufrag()).append(CRLF);
        sdp.append("a=ice-pwd:").append(ice.password()).append(CRLF);
        sdp.append("a=fingerprint:").append(fingerprint.algorithm()).append(' ');
        sdp.append(fingerprint.hex()).append(CRLF);
        sdp.append("a=setup:passive\r\n");
    }
}
