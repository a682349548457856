package org.sonnerie.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtcpTest {
    private static final ReportBlock BLOCK = new ReportBlock(-7, 255, -3, 0x1_FFFF, 99, -1, 65_536);
    private static final RtcpPacket.SenderReport SENDER =
            new RtcpPacket.SenderReport(1, -2L, -3, 4, -5, List.of(BLOCK));

    private final byte[] buffer = new byte[RtcpWriter.MAXIMAL_LENGTH + 8];
    private final RtcpWriter writer = new RtcpWriter();

    @Test
    void readsWhatItWrites() {
        var receiver = new RtcpPacket.ReceiverReport(9, List.of(BLOCK, BLOCK));
        var description = new RtcpPacket.SourceDescription(1, "sonnerie");
        var bye = new RtcpPacket.Bye(1);
        writer.into(buffer, 8).senderReport(SENDER).receiverReport(receiver);
        writer.sourceDescription(description).bye(bye);
        assertThat(RtcpReader.read(buffer, 8, writer.length()))
                .containsExactly(SENDER, receiver, description, bye);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "abcd", "abcde"})
    void endsEveryDescriptionWithAZeroAtAWordBoundary(String cname) {
        var description = new RtcpPacket.SourceDescription(3, cname);
        writer.into(buffer, 0).sourceDescription(description);
        assertThat(writer.length() % 4).isZero();
        assertThat(buffer[writer.length() - 1]).isZero();
        assertThat(RtcpReader.read(buffer, 0, writer.length())).containsExactly(description);
    }

    @Test
    void stepsOverTypesItDoesNotKnow() {
        byte[] feedback = {(byte) 0x81, (byte) 206, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2};
        System.arraycopy(feedback, 0, buffer, 0, 12);
        writer.into(buffer, 12).bye(new RtcpPacket.Bye(5));
        assertThat(RtcpReader.read(buffer, 0, 12 + writer.length()))
                .containsExactly(new RtcpPacket.Bye(5));
    }

    @Test
    void takesNothingFromACompoundWithAMalformedPart() {
        writer.into(buffer, 0).senderReport(SENDER);
        int length = writer.length();
        for (int shorter = 1; shorter < length; shorter++) {
            assertThat(RtcpReader.read(buffer, 0, shorter)).isEmpty();
        }
        buffer[0] = (byte) 0x82;
        assertThat(RtcpReader.read(buffer, 0, length)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void staysInsideAnyBytes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[4 * random.nextInt(20)];
            random.nextBytes(bytes);
            if (bytes.length >= 4) {
                bytes[0] = (byte) ((bytes[0] & 0x3F) | 0x80);
                bytes[1] = (byte) (200 + random.nextInt(5));
                bytes[2] = 0;
                bytes[3] = (byte) (bytes.length / 4 - 1);
            }
            assertThat(RtcpReader.read(bytes, 0, bytes.length)).isNotNull();
        }
    }

    @Test
    void findsTheRoundTripTimeOfTheExampleInTheStandard() {
        // RFC 3550 section 6.4.1, figure 2: 6.125 s.
        var block = new ReportBlock(1, 0, 0, 0, 0, 0xb705_2000, 0x0005_4000);
        assertThat(block.roundTripMillis(0x0000_b710_8000_0000L)).isEqualTo(6125);
        assertThat(new ReportBlock(1, 0, 0, 0, 0, 0, 0).roundTripMillis(1)).isEqualTo(-1);
    }

    @Test
    void countsSecondsFrom1900() {
        assertThat(NtpTime.ofEpochMillis(0) >>> 32).isEqualTo(2_208_988_800L);
        assertThat(NtpTime.ofEpochMillis(1500) & 0xFFFF_FFFFL).isEqualTo(0x8000_0000L);
    }
}
