package org.sonnerie.trunk.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sonnerie.trunk.sip.SipLimits;

/**
 * Cuts a stream into messages by Content-Length (RFC 3261 section 18.3), and sees keep-alives (RFC
 * 5626 section 3.5.1). Holds at most one message. Owned by the thread that reads.
 */
public final class StreamFramer {
    private static final Pattern LENGTH =
            Pattern.compile("(?i)\r\n(?:content-length|l)[ \t]*:[ \t]*(\\d{1,6})[ \t]*(?=\r\n)");

    private byte[] held = new byte[4_096];
    private int size;
    private int searched;
    private int lineEnds;
    private boolean broken;

    /**
     * What some octets completed.
     *
     * @param messages whole ones, in order
     * @param pings how many double CRLF between messages; each wants one CRLF back
     * @param broken true if the stream cannot be read on and must be closed
     */
    public record Cut(List<byte[]> messages, int pings, boolean broken) {}

    /**
     * Takes octets as they come.
     *
     * @param octets read, not kept
     * @param length how many of them
     * @return what they completed
     */
    public Cut push(byte[] octets, int length) {
        List<byte[]> messages = new ArrayList<>();
        int pings = 0;
        int from = 0;
        while (from < length && !broken) {
            int taken = Math.min(length - from, SipLimits.MESSAGE - size);
            append(octets, from, taken);
            from += taken;
            pings += cutAll(messages);
            broken = broken || size == SipLimits.MESSAGE;
        }
        return new Cut(messages, pings, broken);
    }

    private void append(byte[] octets, int from, int length) {
        if (size + length > held.length) {
            held = Arrays.copyOf(held, Math.max(held.length * 2, size + length));
        }
        System.arraycopy(octets, from, held, size, length);
        size += length;
    }

    private int cutAll(List<byte[]> messages) {
        int pings = skipLineEnds();
        int end = messageEnd();
        while (end > 0) {
            messages.add(Arrays.copyOf(held, end));
            drop(end);
            lineEnds = 0;
            pings += skipLineEnds();
            end = messageEnd();
        }
        return pings;
    }

    private int skipLineEnds() {
        int at = 0;
        while (at + 1 < size && held[at] == '\r' && held[at + 1] == '\n') {
            at += 2;
        }
        if (at > 0) {
            drop(at);
        }
        lineEnds += at / 2;
        int pings = lineEnds / 2;
        lineEnds %= 2;
        return pings;
    }

    private void drop(int octets) {
        System.arraycopy(held, octets, held, 0, size - octets);
        size -= octets;
        searched = 0;
    }

    /** The length of the first message if it is whole, else 0. */
    private int messageEnd() {
        int head = headEnd();
        if (head < 0 || broken) {
            broken = broken || size > SipLimits.HEAD;
            return 0;
        }
        Matcher matcher = LENGTH.matcher(new String(held, 0, head, StandardCharsets.ISO_8859_1));
        if (!matcher.find()) {
            broken = true;
            return 0;
        }
        int whole = head + 2 + Integer.parseInt(matcher.group(1));
        broken = whole > SipLimits.MESSAGE;
        return broken || whole > size ? 0 : whole;
    }

    /** Where the empty line begins that ends the head: the octets before it end in CRLF. */
    private int headEnd() {
        for (int i = Math.max(0, searched - 3); i + 3 < size; i++) {
            if (held[i] == '\r'
                    && held[i + 1] == '\n'
                    && held[i + 2] == '\r'
                    && held[i + 3] == '\n') {
                return i + 2;
            }
        }
        searched = size;
        return -1;
    }
}
