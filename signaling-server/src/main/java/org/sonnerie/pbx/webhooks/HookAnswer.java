package org.sonnerie.pbx.webhooks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sonnerie.pbx.webhooks.Attempt.Answer;
import org.sonnerie.pbx.webhooks.Attempt.Outcome;

/**
 * Reads an answer of HTTP/1.1 (RFC 9112) as far as it is looked at: the status, the end of its
 * head, and how its content begins. All of it is short, whatever a host sends.
 */
final class HookAnswer {
    private static final int LONGEST_HEAD = 16 * 1_024;
    private static final int LONGEST_TEXT = 1_024;
    private static final int INFORMATION = 100;
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int DIGITS = 16;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");

    private HookAnswer() {}

    /**
     * Reads one.
     *
     * @throws IOException if it ends in its head
     */
    static Answer read(InputStream in) throws IOException {
        List<String> head = head(in);
        // What announces the answer (RFC 9110 section 15.2).
        while (status(head) >= INFORMATION && status(head) < OK) {
            head = head(in);
        }
        int status = status(head);
        if (status < 0) {
            return Answer.of(Outcome.NO_HTTP);
        }
        boolean good = status >= OK && status < REDIRECT;
        return new Answer(
                good ? Outcome.DELIVERED : Outcome.REFUSED, OptionalInt.of(status), text(in, head));
    }

    private static int status(List<String> head) {
        Matcher line = STATUS.matcher(head.isEmpty() ? "" : head.getFirst());
        return line.matches() ? Integer.parseInt(line.group(1)) : -1;
    }

    private static List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        int left = LONGEST_HEAD;
        String line = line(in, left);
        while (!line.isEmpty()) {
            lines.add(line);
            left -= line.length() + 2;
            line = line(in, left);
        }
        return lines;
    }

    private static String line(InputStream in, int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 || line.size() >= most) {
                throw new IOException("the head of an answer does not end");
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** How the content begins; what cannot be read of it changes nothing of the status. */
    private static String text(InputStream in, List<String> head) {
        try {
            byte[] octets =
                    value(head, "transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")
                            ? chunks(in)
                            : in.readNBytes(length(value(head, "content-length")));
            return new String(octets, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static int length(String told) {
        return told.matches("\\d{1,3}") ? Integer.parseInt(told) : LONGEST_TEXT;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int size = size(line(in, LONGEST_TEXT));
        while (size > 0 && all.size() < LONGEST_TEXT) {
            all.write(in.readNBytes(Math.min(size, LONGEST_TEXT - all.size())));
            if (all.size() < LONGEST_TEXT) {
                line(in, LONGEST_TEXT);
                size = size(line(in, LONGEST_TEXT));
            }
        }
        return all.toByteArray();
    }

    private static int size(String line) {
        String digits = line.replaceAll(";.*", "").strip();
        return digits.matches("[0-9A-Fa-f]{1,7}") ? Integer.parseInt(digits, DIGITS) : 0;
    }

    private static String value(List<String> head, String name) {
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
