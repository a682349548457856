package org.sonnerie.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an SDP line by line. Used once. */
final class SessionParser {
    private static final int MAXIMAL_LINES = 2000;
    private static final int MAXIMAL_MEDIA = 32;

    // There are no more payload types; without a bound, looking each up would take long.
    private static final int MAXIMAL_FORMATS = 128;

    private String sessionId = "";
    private String sessionVersion = "";
    private Optional<Connection> connection = Optional.empty();
    private final List<SdpAttribute> attributes = new ArrayList<>();
    private final List<MediaDescription> media = new ArrayList<>();
    private @Nullable OpenMedia open;

    /** An m-line whose following lines are still being read. */
    private static final class OpenMedia {
        final String kind;
        final int port;
        final String protocol;
        final List<String> formats;
        final List<SdpAttribute> attributes = new ArrayList<>();
        Optional<Connection> connection = Optional.empty();

        OpenMedia(String kind, int port, String protocol, List<String> formats) {
            this.kind = kind;
            this.port = port;
            this.protocol = protocol;
            this.formats = formats;
        }

        MediaDescription close() {
            return new MediaDescription(kind, port, protocol, formats, connection, attributes);
        }
    }

    SdpResult<SessionDescription> parse(String text) {
        String[] lines = text.split("\r?\n", -1);
        if (lines.length > MAXIMAL_LINES) {
            return SdpResult.malformed("too many lines");
        }
        int count = lines.length;
        while (count > 0 && lines[count - 1].isEmpty()) {
            count--;
        }
        if (count < 2 || !lines[0].equals("v=0") || !lines[1].startsWith("o=")) {
            return SdpResult.malformed("does not begin with v=0 and o=");
        }
        for (int i = 1; i < count; i++) {
            if (!isLine(lines[i]) || !take(lines[i].charAt(0), lines[i].substring(2))) {
                return SdpResult.malformed("line " + (i + 1));
            }
        }
        closeMedia();
        return new SdpResult.Read<>(
                new SessionDescription(sessionId, sessionVersion, connection, attributes, media));
    }

    private static boolean isLine(String line) {
        if (line.length() < 2 || line.charAt(1) != '=') {
            return false;
        }
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) < ' ' && line.charAt(i) != '\t') {
                return false;
            }
        }
        return line.charAt(0) >= 'a' && line.charAt(0) <= 'z';
    }

    private boolean take(char type, String content) {
        return switch (type) {
            case 'o' -> takeOrigin(content);
            case 'c' -> takeConnection(content);
            case 'm' -> takeMedia(content);
            case 'a' -> takeAttribute(content);
            case 'v' -> false;
            default -> true;
        };
    }

    private boolean takeOrigin(String content) {
        String[] parts = content.split(" ", -1);
        if (parts.length != 6 || !sessionId.isEmpty()) {
            return false;
        }
        if (!parts[1].matches("[0-9]{1,20}") || !parts[2].matches("[0-9]{1,20}")) {
            return false;
        }
        sessionId = parts[1];
        sessionVersion = parts[2];
        return true;
    }

    private boolean takeConnection(String content) {
        String[] parts = content.strip().split(" ", -1);
        boolean known =
                parts.length == 3
                        && parts[0].equals("IN")
                        && (parts[1].equals("IP4") || parts[1].equals("IP6"));
        if (!known || parts[2].isEmpty() || parts[2].length() > 255) {
            return false;
        }
        // A TTL or an address count after a slash belongs to multicast, which is not wanted here.
        Optional<Connection> read =
                Optional.of(new Connection(parts[2].split("/", -1)[0], parts[1].equals("IP6")));
        if (open == null) {
            connection = read;
        } else {
            open.connection = read;
        }
        return true;
    }

    private boolean takeMedia(String content) {
        closeMedia();
        String[] parts = content.strip().split(" +", -1);
        boolean tooMany = media.size() >= MAXIMAL_MEDIA || parts.length > 3 + MAXIMAL_FORMATS;
        if (parts.length < 4 || tooMany) {
            return false;
        }
        String port = parts[1].split("/", -1)[0];
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            return false;
        }
        List<String> formats = List.of(parts).subList(3, parts.length);
        open = new OpenMedia(parts[0], Integer.parseInt(port), parts[2], formats);
        return true;
    }

    private boolean takeAttribute(String content) {
        int colon = content.indexOf(':');
        String name = colon < 0 ? content.strip() : content.substring(0, colon);
        String rest = colon < 0 ? "" : content.substring(colon + 1).strip();
        (open == null ? attributes : open.attributes).add(new SdpAttribute(name, rest));
        return !name.isEmpty();
    }

    private void closeMedia() {
        if (open != null) {
            media.add(open.close());
            open = null;
        }
    }
}
