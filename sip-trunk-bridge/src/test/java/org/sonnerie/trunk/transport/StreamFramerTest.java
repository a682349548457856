package org.sonnerie.trunk.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams cut where they like. */
final class StreamFramerTest {
    private static final String ONE = "A b SIP/2.0\r\nContent-Length: 4\r\nX: 1\r\n\r\nbody";
    private static final String TWO = "B c SIP/2.0\r\nl:0\r\n\r\n";

    private final StreamFramer framer = new StreamFramer();
    private int pings;

    private List<String> push(String text, int piece) {
        List<String> messages = new ArrayList<>();
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < octets.length; at += piece) {
            int length = Math.min(piece, octets.length - at);
            byte[] part = new byte[length];
            System.arraycopy(octets, at, part, 0, length);
            StreamFramer.Cut cut = framer.push(part, length);
            cut.messages().forEach(m -> messages.add(new String(m, StandardCharsets.ISO_8859_1)));
            pings += cut.pings();
        }
        return messages;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000})
    void cutsMessagesAndSeesKeepAlives(int piece) {
        assertThat(push(ONE + "\r\n\r\n" + TWO + ONE, piece)).containsExactly(ONE, TWO, ONE);
        assertThat(pings).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A b SIP/2.0\r\nX: 1\r\n\r\n",
                "A b SIP/2.0\r\nContent-Length: -1\r\n\r\n",
                "A b SIP/2.0\r\nContent-Length: 999999\r\n\r\n"
            })
    void givesUpAStreamWithoutUsableLength(String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(framer.push(octets, octets.length).broken()).isTrue();
    }

    @Test
    void holdsNoMoreThanOneMessage() {
        byte[] endless = "X".repeat(100_000).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(framer.push(endless, endless.length).broken()).isTrue();
    }
}
