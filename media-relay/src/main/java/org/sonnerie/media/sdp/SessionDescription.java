package org.sonnerie.media.sdp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An SDP taken apart (RFC 8866), as far as this relay needs it.
 *
 * @param sessionId from the {@code o=} line
 * @param sessionVersion from the {@code o=} line
 * @param connection the session's {@code c=} line
 * @param attributes of the session, in order
 * @param media in order
 */
public record SessionDescription(
        String sessionId,
        String sessionVersion,
        Optional<Connection> connection,
        List<SdpAttribute> attributes,
        List<MediaDescription> media) {
    /** The largest SDP that is read, in characters. */
    public static final int MAXIMAL_LENGTH = 65_536;

    /** Copies the lists. */
    public SessionDescription {
        attributes = List.copyOf(attributes);
        media = List.copyOf(media);
    }

    /**
     * Reads an SDP.
     *
     * @param text lines ended by CRLF, or by LF alone
     * @return the description, or why not
     */
    public static SdpResult<SessionDescription> parse(String text) {
        if (text.length() > MAXIMAL_LENGTH) {
            return SdpResult.malformed("larger than 64 kB");
        }
        return new SessionParser().parse(text);
    }

    /**
     * The first attribute of a name at session level.
     *
     * @param name before the colon
     * @return its content
     */
    public Optional<String> attribute(String name) {
        return first(attributes, name);
    }

    /**
     * An attribute that may stand at either level (RFC 8839, RFC 8842); the nearer one counts.
     *
     * @param description an m-line of this session
     * @param name before the colon
     * @return its content
     */
    public Optional<String> attribute(MediaDescription description, String name) {
        return description.attribute(name).or(() -> attribute(name));
    }

    /**
     * The address of an m-line.
     *
     * @param description an m-line of this session
     * @return its own or the session's
     */
    public Optional<Connection> connection(MediaDescription description) {
        return description.connection().or(() -> connection);
    }

    /**
     * The direction of an m-line.
     *
     * @param description an m-line of this session
     * @return its own, the session's, or sendrecv
     */
    public Direction direction(MediaDescription description) {
        return description.direction().or(() -> direction(attributes)).orElse(Direction.SENDRECV);
    }

    static Optional<String> first(List<SdpAttribute> attributes, String name) {
        return attributes.stream()
                .filter(a -> a.name().equals(name))
                .map(SdpAttribute::content)
                .findFirst();
    }

    static Optional<Direction> direction(List<SdpAttribute> attributes) {
        for (SdpAttribute attribute : attributes) {
            switch (attribute.name().toLowerCase(Locale.ROOT)) {
                case "sendrecv" -> {
                    return Optional.of(Direction.SENDRECV);
                }
                case "sendonly" -> {
                    return Optional.of(Direction.SENDONLY);
                }
                case "recvonly" -> {
                    return Optional.of(Direction.RECVONLY);
                }
                case "inactive" -> {
                    return Optional.of(Direction.INACTIVE);
                }
                default -> {}
            }
        }
        return Optional.empty();
    }
}
