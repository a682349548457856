package org.sonnerie.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An {@code m=} line and what belongs to it (RFC 8866 section 5.14).
 *
 * @param kind such as {@code audio}
 * @param port 0 to 65535; 0 means rejected or bundled
 * @param protocol such as {@code UDP/TLS/RTP/SAVPF}
 * @param formats as written: payload types for RTP
 * @param connection its own {@code c=} line
 * @param attributes in order
 */
public record MediaDescription(
        String kind,
        int port,
        String protocol,
        List<String> formats,
        Optional<Connection> connection,
        List<SdpAttribute> attributes) {
    /** Copies the lists. */
    public MediaDescription {
        formats = List.copyOf(formats);
        attributes = List.copyOf(attributes);
    }

    /**
     * The first attribute of a name.
     *
     * @param name before the colon
     * @return its content
     */
    public Optional<String> attribute(String name) {
        return SessionDescription.first(attributes, name);
    }

    /**
     * The RTP formats that can be read, in the order of the m-line; static payload types 0 and 8
     * need no rtpmap (RFC 3551 section 6).
     *
     * @return formats with a known encoding
     */
    public List<RtpFormat> rtpFormats() {
        List<RtpFormat> result = new ArrayList<>();
        for (String format : formats) {
            if (format.matches("[0-9]{1,3}") && Integer.parseInt(format) <= 127) {
                rtpFormat(Integer.parseInt(format)).ifPresent(result::add);
            }
        }
        return result;
    }

    private Optional<RtpFormat> rtpFormat(int payloadType) {
        String parameters = ofPayloadType("fmtp", payloadType).orElse("");
        Optional<String> map = ofPayloadType("rtpmap", payloadType);
        if (map.isEmpty()) {
            return switch (payloadType) {
                case 0 -> Optional.of(new RtpFormat(0, "PCMU", 8000, 1, parameters));
                case 8 -> Optional.of(new RtpFormat(8, "PCMA", 8000, 1, parameters));
                default -> Optional.empty();
            };
        }
        String[] parts = map.get().split("/", -1);
        if (parts.length < 2 || parts.length > 3 || !parts[1].matches("[0-9]{1,6}")) {
            return Optional.empty();
        }
        boolean stereo = parts.length == 3 && parts[2].equals("2");
        return Optional.of(
                new RtpFormat(
                        payloadType,
                        parts[0],
                        Integer.parseInt(parts[1]),
                        stereo ? 2 : 1,
                        parameters));
    }

    /** What stands after "name:payloadType ". */
    private Optional<String> ofPayloadType(String name, int payloadType) {
        String prefix = payloadType + " ";
        return attributes.stream()
                .filter(a -> a.name().equals(name) && a.content().startsWith(prefix))
                .map(a -> a.content().substring(prefix.length()).strip())
                .findFirst();
    }

    /**
     * The direction said here.
     *
     * @return empty: that of the session, or sendrecv
     */
    public Optional<Direction> direction() {
        return SessionDescription.direction(attributes);
    }

    /**
     * The id under which the audio level extension is offered (RFC 6464, RFC 8285).
     *
     * @return 1 to 255, or -1
     */
    public int audioLevelExtension() {
        for (SdpAttribute attribute : attributes) {
            String[] parts = attribute.content().split(" ", -1);
            boolean isLevel =
                    attribute.name().equals("extmap")
                            && parts.length >= 2
                            && parts[1].equals(BrowserAnswer.AUDIO_LEVEL_URI)
                            && parts[0].matches("[0-9]{1,3}(/[a-z]+)?");
            if (isLevel) {
                int id = Integer.parseInt(parts[0].split("/", -1)[0]);
                return id >= 1 && id <= 255 ? id : -1;
            }
        }
        return -1;
    }
}
