package org.sonnerie.e2e.carrier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A SIP message (RFC 3261) as far as a test carrier needs it: a first line, headers by name, a
 * body.
 *
 * @param firstLine request line or status line
 * @param headers each {@code Name: value}
 * @param body SDP or nothing
 */
record SipText(String firstLine, List<String> headers, String body) {
    SipText {
        headers = List.copyOf(headers);
    }

    static SipText parse(byte[] datagram, int length) {
        String text = new String(datagram, 0, length, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        List<String> lines = List.of(head.split("\r\n", -1));
        String body = end < 0 ? "" : text.substring(end + 4);
        return new SipText(lines.getFirst(), lines.subList(1, lines.size()), body);
    }

    boolean isRequest() {
        return !firstLine.startsWith("SIP/2.0 ");
    }

    String method() {
        return isRequest() ? firstLine.split(" ", -1)[0] : header("CSeq").split(" ", -1)[1].strip();
    }

    int status() {
        return Integer.parseInt(firstLine.split(" ", -1)[1]);
    }

    String requestUri() {
        return firstLine.split(" ", -1)[1];
    }

    String header(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon > 0 && header.substring(0, colon).strip().equalsIgnoreCase(name)) {
                values.add(header.substring(colon + 1).strip());
            }
        }
        return values;
    }

    /** The address between the angle brackets of a Contact. */
    Optional<String> contactUri() {
        String contact = header("Contact");
        int from = contact.indexOf('<');
        int to = contact.indexOf('>');
        if (from >= 0 && to > from) {
            return Optional.of(contact.substring(from + 1, to));
        }
        return contact.isEmpty() ? Optional.empty() : Optional.of(contact);
    }

    /** A response to this request, with what RFC 3261 section 8.2.6.2 copies. */
    SipText response(String status, String toTag, List<String> more, String sdp) {
        List<String> lines = new ArrayList<>();
        all("Via").forEach(via -> lines.add("Via: " + via));
        all("Record-Route").forEach(route -> lines.add("Record-Route: " + route));
        lines.add("From: " + header("From"));
        String to = header("To");
        lines.add("To: " + (to.contains("tag=") ? to : to + ";tag=" + toTag));
        lines.add("Call-ID: " + header("Call-ID"));
        lines.add("CSeq: " + header("CSeq"));
        lines.addAll(more);
        return new SipText("SIP/2.0 " + status, lines, sdp);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(firstLine).append("\r\n");
        headers.forEach(header -> text.append(header).append("\r\n"));
        if (!body.isEmpty()) {
            text.append("Content-Type: application/sdp\r\n");
        }
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        text.append("Content-Length: ").append(length).append("\r\n\r\n").append(body);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
