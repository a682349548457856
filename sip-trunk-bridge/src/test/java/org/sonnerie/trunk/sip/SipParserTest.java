package org.sonnerie.trunk.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits, round trips and noise. */
final class SipParserTest {
    private static final String HEAD =
            """
            OPTIONS sip:x@y SIP/2.0
            Via: SIP/2.0/UDP h;branch=z9hG4bK1
            From: <sip:a@b>;tag=1
            To: <sip:x@y>
            Call-ID: c
            CSeq: 1 OPTIONS
            """;

    private static ParseResult parse(String text) {
        return SipParser.parse(Vectors.message(text));
    }

    @Test
    void whatIsWrittenIsReadTheSame() {
        SipMessage message = ((ParseResult.Parsed) parse(HEAD + "X: 1\n\nbody")).message();
        ParseResult again = SipParser.parse(SipWriter.write(message));
        assertThat(again).isEqualTo(new ParseResult.Parsed(message));
    }

    @Test
    void refusesTooManyTooLongAndTooMuch() {
        assertThat(parse(HEAD + "X: 1\n".repeat(300) + "\n"))
                .isNotInstanceOf(ParseResult.Parsed.class);
        assertThat(parse(HEAD + "X: " + "1".repeat(9_000) + "\n\n"))
                .isNotInstanceOf(ParseResult.Parsed.class);
        assertThat(parse(HEAD + "\n" + "1".repeat(70_000)))
                .isInstanceOf(ParseResult.Unusable.class);
        assertThat(parse(HEAD + "Via: SIP/2.0/UDP h\n".repeat(80) + "\n"))
                .isInstanceOf(ParseResult.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "\n\n\n\n",
                "INVITE sip:x SIP/2.0\n\n",
                "SIP/2.0\n\n",
                " x\n\n",
                ":\n\n"
            })
    void saysNothingToWhatIsNoSip(String text) {
        assertThat(parse(text)).isInstanceOf(ParseResult.Unusable.class);
    }

    @Test
    void neverAnswersAnAck() {
        assertThat(parse(HEAD.replace("OPTIONS", "ACK") + "Max-Forwards: x\n\n"))
                .isInstanceOf(ParseResult.Unusable.class);
    }

    @Test
    void noNoiseThrows() {
        Random random = new Random(3261);
        byte[][] seeds = {
            Vectors.read("rfc4475/wsinv.dat"),
            Vectors.read("rfc4475/intmeth.dat"),
            Vectors.read("rfc4475/longreq.dat"),
            Vectors.read("rfc4475/unreason.dat"),
            Vectors.read("rfc5118/ipv6-good"),
        };
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] message = seeds[i % seeds.length].clone();
            int changes = 1 + random.nextInt(8);
            for (int k = 0; k < changes; k++) {
                message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            }
            if (SipParser.parse(message) instanceof ParseResult.Parsed(SipMessage good)) {
                read++;
                String written = new String(SipWriter.write(good), StandardCharsets.ISO_8859_1);
                assertThat(written).contains("Content-Length: ");
                assertThat(good.via().host()).isNotEmpty();
            }
        }
        assertThat(read).isPositive();
    }
}
