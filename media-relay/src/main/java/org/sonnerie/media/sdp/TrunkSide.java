package org.sonnerie.media.sdp;

import java.util.List;
import org.sonnerie.media.api.AudioCodec;

/**
 * Our side of plain RTP with a carrier, written as offer or answer (RFC 3264).
 *
 * @param sessionId the same over all descriptions of one leg
 * @param sessionVersion one more with each changed description
 * @param address the IP literal we receive on
 * @param port the even UDP port we receive on; RTCP on the next
 */
public record TrunkSide(long sessionId, long sessionVersion, String address, int port) {
    private static final int TELEPHONE_EVENT_8000 = 101;
    private static final int TELEPHONE_EVENT_48000 = 102;
    private static final String CRLF = "\r\n";

    /**
     * Writes an offer.
     *
     * @param codecs best first, at least one
     * @return the SDP
     */
    public String offer(List<AudioCodec> codecs) {
        StringBuilder types = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        for (AudioCodec codec : codecs) {
            add(RtpFormat.of(codec), types, lines);
        }
        if (codecs.contains(AudioCodec.PCMA) || codecs.contains(AudioCodec.PCMU)) {
            add(RtpFormat.telephoneEvent(TELEPHONE_EVENT_8000, 8000), types, lines);
        }
        if (codecs.contains(AudioCodec.OPUS)) {
            add(RtpFormat.telephoneEvent(TELEPHONE_EVENT_48000, 48_000), types, lines);
        }
        return session().append(audio(types, lines, Direction.SENDRECV)).toString();
    }

    /**
     * Writes an answer with one codec: the first of the offer's usable ones.
     *
     * @param offer what it answers
     * @return the SDP
     */
    public String answer(TrunkSdp offer) {
        StringBuilder types = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        add(offer.format().answered("useinbandfec=1"), types, lines);
        offer.telephoneEvent().ifPresent(format -> add(format.answered(""), types, lines));
        StringBuilder sdp = session();
        List<MediaDescription> media = offer.session().media();
        for (int i = 0; i < media.size(); i++) {
            if (i == offer.audioIndex()) {
                sdp.append(audio(types, lines, offer.direction().answered()));
            } else {
                sdp.append("m=").append(media.get(i).kind()).append(" 0 ");
                sdp.append(media.get(i).protocol()).append(' ');
                sdp.append(media.get(i).formats().getFirst()).append(CRLF);
            }
        }
        return sdp.toString();
    }

    private static void add(RtpFormat format, StringBuilder types, StringBuilder lines) {
        types.append(' ').append(format.payloadType());
        lines.append(format.lines());
    }

    private StringBuilder session() {
        Connection connection = Connection.of(address);
        StringBuilder sdp = new StringBuilder(512);
        sdp.append("v=0\r\no=- ").append(sessionId).append(' ').append(sessionVersion);
        sdp.append(" IN ").append(connection.ipv6() ? "IP6 " : "IP4 ").append(address);
        return sdp.append("\r\ns=-\r\n").append(connection.line()).append("t=0 0\r\n");
    }

    private String audio(CharSequence types, CharSequence lines, Direction direction) {
        return "m=audio "
                + port
                + " RTP/AVP"
                + types
                + CRLF
                + lines
                + "a=ptime:20\r\na="
                + direction.attribute()
                + CRLF;
    }
}
