package org.sonnerie.media.sdp;

import java.util.Locale;
import java.util.Optional;
import org.sonnerie.media.api.AudioCodec;

/**
 * One payload type of an m-line with its {@code rtpmap} and {@code fmtp} (RFC 8866 section 6.6).
 *
 * @param payloadType 0 to 127
 * @param encoding as written, such as {@code opus}
 * @param clockRateHz of its timestamps
 * @param channels 1 if not said
 * @param parameters the text of its fmtp, empty if there is none
 */
public record RtpFormat(
        int payloadType, String encoding, int clockRateHz, int channels, String parameters) {
    /**
     * Which of our codecs this is.
     *
     * @return empty for others, telephone-event included
     */
    public Optional<AudioCodec> codec() {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "opus" -> clockRateHz == 48_000 ? Optional.of(AudioCodec.OPUS) : Optional.empty();
            case "pcma" -> narrow(AudioCodec.PCMA);
            case "pcmu" -> narrow(AudioCodec.PCMU);
            default -> Optional.empty();
        };
    }

    private Optional<AudioCodec> narrow(AudioCodec codec) {
        return clockRateHz == 8000 && channels == 1 ? Optional.of(codec) : Optional.empty();
    }

    /**
     * Whether this carries keys (RFC 4733).
     *
     * @return true for telephone-event
     */
    public boolean isTelephoneEvent() {
        return encoding.equalsIgnoreCase("telephone-event");
    }

    /**
     * One parameter of the fmtp.
     *
     * @param name such as {@code useinbandfec}
     * @return what stands after its equals sign
     */
    public Optional<String> parameter(String name) {
        for (String part : parameters.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase(name)) {
                return Optional.of(part.substring(equals + 1).strip());
            }
        }
        return Optional.empty();
    }

    /**
     * The usual format of a codec, with the payload types of RFC 3551 and, for Opus, the one this
     * relay offers.
     *
     * @param codec which
     * @return its format
     */
    public static RtpFormat of(AudioCodec codec) {
        return switch (codec) {
            case OPUS -> new RtpFormat(111, "opus", 48_000, 2, "useinbandfec=1");
            case PCMA -> new RtpFormat(8, "PCMA", 8000, 1, "");
            case PCMU -> new RtpFormat(0, "PCMU", 8000, 1, "");
        };
    }

    /**
     * A format for keys 0 to 9, star, hash and A to D.
     *
     * @param payloadType 96 to 127
     * @param clockRateHz the same as the audio's (RFC 4733 section 2.1)
     * @return the format
     */
    public static RtpFormat telephoneEvent(int payloadType, int clockRateHz) {
        return new RtpFormat(payloadType, "telephone-event", clockRateHz, 1, "0-15");
    }

    /**
     * The format in an answer: the payload type is the offerer's, the parameters are our wishes.
     */
    RtpFormat answered(String opusParameters) {
        boolean opus = codec().equals(Optional.of(AudioCodec.OPUS));
        String wishes = isTelephoneEvent() ? "0-15" : opus ? opusParameters : "";
        return new RtpFormat(payloadType, encoding, clockRateHz, channels, wishes);
    }

    String lines() {
        String map =
                "a=rtpmap:"
                        + payloadType
                        + " "
                        + encoding
                        + "/"
                        + clockRateHz
                        + (channels > 1 ? "/" + channels : "")
                        + "\r\n";
        return parameters.isEmpty()
                ? map
                : map + "a=fmtp:" + payloadType + " " + parameters + "\r\n";
    }
}
