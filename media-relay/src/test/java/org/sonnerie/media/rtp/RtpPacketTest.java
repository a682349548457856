package org.sonnerie.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketTest {
    private final RtpPacket packet = new RtpPacket();

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private boolean wrap(String text) {
        byte[] bytes = hex(text);
        return packet.wrap(bytes, 0, bytes.length);
    }

    @Test
    void showsTheFieldsOfAMinimalPacket() {
        assertThat(wrap("80 ef fffe 80000001 deadbeef 0102")).isTrue();
        assertThat(packet.payloadType()).isEqualTo(111);
        assertThat(packet.marker()).isTrue();
        assertThat(packet.sequenceNumber()).isEqualTo(65_534);
        assertThat(packet.timestamp()).isEqualTo(0x8000_0001);
        assertThat(packet.ssrc()).isEqualTo(0xDEAD_BEEF);
        assertThat(packet.headerLength()).isEqualTo(12);
        assertThat(packet.payloadLength()).isEqualTo(2);
        assertThat(packet.audioLevel(1)).isEqualTo(-1);
    }

    @Test
    void seesThePacketWhereItLiesInALargerBuffer() {
        byte[] bytes = hex("ffff 80 00 0001 00000002 00000003 aabbcc ffff");
        assertThat(packet.wrap(bytes, 2, 15)).isTrue();
        assertThat(packet.payloadOffset()).isEqualTo(14);
        assertThat(packet.payloadLength()).isEqualTo(3);
        assertThat(packet.ssrc()).isEqualTo(3);
    }

    @Test
    void stepsOverSourcesExtensionsAndPadding() {
        assertThat(
                        wrap(
                                "b2 6f 0001 00000002 00000003 11111111 22222222"
                                        + "bede 0001 10 83 0000 aabb 0000 03"))
                .isTrue();
        assertThat(packet.headerLength()).isEqualTo(28);
        assertThat(packet.payloadLength()).isEqualTo(2);
        assertThat(packet.audioLevel(1)).isEqualTo(3);
        assertThat(packet.audioLevel(2)).isEqualTo(-1);
    }

    @Test
    void findsTheLevelBehindOtherElements() {
        // RFC 8285 one-byte: padding, id 3 of 3 octets, id 5 of 1 octet.
        assertThat(wrap("90 6f 0001 00000002 00000003 bede 0002 00 32 010203 50 ff 00 aa"))
                .isTrue();
        assertThat(packet.audioLevel(5)).isEqualTo(127);
    }

    @Test
    void findsTheLevelInTwoByteElements() {
        assertThat(wrap("90 6f 0001 00000002 00000003 1000 0002 03 00 00 0e 01 1f 00 00 aa"))
                .isTrue();
        assertThat(packet.audioLevel(14)).isEqualTo(31);
        assertThat(packet.audioLevel(3)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80 6f 0001 00000002 000000",
                "40 6f 0001 00000002 00000003",
                "8f 6f 0001 00000002 00000003",
                "90 6f 0001 00000002 00000003",
                "90 6f 0001 00000002 00000003 bede 0002 00000000",
                "a0 6f 0001 00000002 00000003 00",
                "a0 6f 0001 00000002 00000003 02"
            })
    void refusesWhatIsMalformed(String text) {
        assertThat(wrap(text)).isFalse();
    }

    @Test
    void keepsShowingTheLastSoundPacketWhenOneIsRefused() {
        wrap("80 00 0001 00000002 00000003 aa");
        wrap("00");
        assertThat(packet.payloadLength()).isEqualTo(1);
    }

    @Test
    void formatsAPacketOfOurOwn() {
        byte[] bytes = new byte[20];
        bytes[3] = 77;
        packet.format(bytes, 2, 4)
                .payloadType(8)
                .marker(true)
                .sequenceNumber(0x1_0002)
                .timestamp(-1)
                .ssrc(5);
        assertThat(bytes).isEqualTo(hex("0000 80 88 0002 ffffffff 00000005 00000000 0000"));
        assertThat(packet.length()).isEqualTo(16);
        assertThat(packet.payloadType(0).marker()).isTrue();
        assertThat(packet.marker(false).payloadType()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void staysInsideAnyBytes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = (byte) ((bytes[0] & 0x3F) | 0x80);
            }
            if (packet.wrap(bytes, 0, bytes.length)) {
                int end = packet.payloadOffset() + packet.payloadLength();
                assertThat(end).isLessThanOrEqualTo(bytes.length);
                assertThat(packet.payloadLength()).isNotNegative();
                assertThat(packet.audioLevel(random.nextInt(16))).isBetween(-1, 127);
            }
        }
    }
}
