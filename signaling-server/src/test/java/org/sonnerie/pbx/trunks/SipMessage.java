package org.sonnerie.pbx.trunks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A SIP message as its lines; reads only what well-behaved senders write.
 *
 * @param start the first line
 * @param fields the header fields as written
 * @param body may be empty
 */
record SipMessage(String start, List<String> fields, String body) {
    static SipMessage parse(byte[] octets, int length) {
        String text = new String(octets, 0, length, StandardCharsets.UTF_8);
        String[] parts = text.split("\r\n\r\n", 2);
        List<String> lines = Arrays.asList(parts[0].split("\r\n"));
        return new SipMessage(
                lines.getFirst(), lines.subList(1, lines.size()), parts.length > 1 ? parts[1] : "");
    }

    byte[] octets() {
        String text =
                start
                        + "\r\n"
                        + String.join("\r\n", fields)
                        + "\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    boolean isResponse() {
        return start.startsWith("SIP/2.0 ");
    }

    int status() {
        return Integer.parseInt(word(start, 1));
    }

    String method() {
        return isResponse() ? word(required("CSeq"), 1) : word(start, 0);
    }

    String uri() {
        return word(start, 1);
    }

    private static String word(String line, int index) {
        return line.split(" ", 3)[index];
    }

    Optional<String> field(String name) {
        String head = name.toLowerCase(Locale.ROOT) + ":";
        return fields.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(head))
                .map(line -> line.substring(head.length()).strip())
                .findFirst();
    }

    String required(String name) {
        return field(name).orElseThrow(() -> new AssertionError("no " + name + " in " + start));
    }

    /** The URI between the angle brackets of Contact. */
    String contact() {
        String contact = required("Contact");
        return contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
    }

    /** An answer to this request. */
    SipMessage answer(String status, List<String> more, String body) {
        String to = required("To");
        String tagged = to.contains(";tag=") ? to : to + ";tag=small";
        List<String> fields =
                List.of(
                        "Via: " + required("Via"),
                        "From: " + required("From"),
                        "To: " + tagged,
                        "Call-ID: " + required("Call-ID"),
                        "CSeq: " + required("CSeq"));
        return new SipMessage("SIP/2.0 " + status, join(fields, more), body);
    }

    private static List<String> join(List<String> a, List<String> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }
}
