package org.sonnerie.trunk.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads messages (RFC 3261 section 7). Strict where a fault could mean something else to the next
 * reader, and liberal where RFC 4475 advises it. Never throws on input.
 */
public final class SipParser {
    private static final String VERSION = "SIP/2.0";

    private SipParser() {}

    /**
     * Reads one message.
     *
     * @param octets a datagram, or one message cut from a stream; read, not kept
     * @return what it is
     */
    public static ParseResult parse(byte[] octets) {
        if (octets.length > SipLimits.MESSAGE) {
            return new ParseResult.Unusable("message too long");
        }
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        int from = 0;
        while (text.startsWith("\r\n", from)) {
            from += 2;
        }
        int end = text.indexOf("\r\n\r\n", from);
        if (end < 0) {
            return new ParseResult.Unusable("no end of head");
        }
        if (end - from > SipLimits.HEAD) {
            return new ParseResult.Unusable("head too long");
        }
        return read(text.substring(from, end), text.substring(end + 4));
    }

    private static ParseResult read(String head, String rest) {
        List<String> lines;
        StartLine start;
        try {
            lines = unfolded(head);
            start = StartLine.read(lines.getFirst());
        } catch (SipSyntaxException e) {
            return new ParseResult.Unusable(String.valueOf(e.getMessage()));
        }
        Headers headers = Headers.NONE;
        try {
            headers = headers(lines.subList(1, lines.size()));
            start.check();
            if (!start.version().equalsIgnoreCase(VERSION)) {
                return refused(start, headers, 505, "version");
            }
            HeaderChecks.check(start, headers);
            String body = body(headers, rest);
            return new ParseResult.Parsed(start.message(headers.without("Content-Length"), body));
        } catch (SipSyntaxException e) {
            return refused(start, headers, 400, String.valueOf(e.getMessage()));
        }
    }

    private static ParseResult refused(StartLine start, Headers headers, int status, String fault) {
        boolean answerable = start.isRequest() && !start.method().equals("ACK");
        for (String name : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
            answerable = answerable && headers.first(name).isPresent();
        }
        return answerable
                ? new ParseResult.Refused(SipResponse.toUnread(headers, status), fault)
                : new ParseResult.Unusable(fault);
    }

    /** Cuts the head into lines and joins folded ones (section 7.3.1). */
    private static List<String> unfolded(String head) {
        List<String> lines = new ArrayList<>();
        for (String line : head.split("\r\n", -1)) {
            if (line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0) {
                throw new SipSyntaxException("line end");
            }
            boolean folded = !line.isEmpty() && SipText.isSpace(line.charAt(0));
            if (folded && lines.size() > 1) {
                lines.set(lines.size() - 1, lines.getLast() + " " + line.strip());
            } else {
                lines.add(line);
            }
            if (lines.size() > SipLimits.HEADERS || lines.getLast().length() > SipLimits.LINE) {
                throw new SipSyntaxException("too many or too long header fields");
            }
        }
        return lines;
    }

    private static Headers headers(List<String> lines) {
        List<Header> found = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            if (!SipText.isToken(name)) {
                throw new SipSyntaxException("header name");
            }
            found.add(new Header(HeaderNames.full(name), line.substring(colon + 1).strip()));
        }
        return new Headers(found);
    }

    private static String body(Headers headers, String rest) {
        if (headers.first("Content-Length").isEmpty()) {
            return rest;
        }
        int length = contentLength(headers.first("Content-Length").orElseThrow());
        if (length > rest.length()) {
            throw new SipSyntaxException("body shorter than Content-Length");
        }
        return rest.substring(0, length);
    }

    /** Reads a Content-Length; throws where it is none. */
    static int contentLength(String value) {
        boolean digits = !value.isEmpty() && value.chars().allMatch(SipText::isDigit);
        if (!digits || value.length() > 6) {
            throw new SipSyntaxException("Content-Length");
        }
        return Integer.parseInt(value);
    }
}
