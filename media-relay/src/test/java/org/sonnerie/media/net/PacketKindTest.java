package org.sonnerie.media.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PacketKindTest {
    @Test
    void tellsByTheFirstBytes() {
        byte[] stun = new byte[20];
        stun[1] = 1;
        stun[4] = 0x21;
        stun[5] = 0x12;
        stun[6] = (byte) 0xa4;
        stun[7] = 0x42;

        assertThat(PacketKind.of(stun, 0, 20)).isEqualTo(PacketKind.STUN);
        assertThat(PacketKind.of(stun, 0, 19)).isEqualTo(PacketKind.UNKNOWN);
        assertThat(kind(22, 254, 13)).isEqualTo(PacketKind.DTLS);
        assertThat(kind(22, 254, 12)).isEqualTo(PacketKind.UNKNOWN);
        assertThat(kind(0x80, 111, 12)).isEqualTo(PacketKind.RTP);
        assertThat(kind(0x80, 0x80 | 111, 12)).isEqualTo(PacketKind.RTP);
        assertThat(kind(0x80, 0, 12)).isEqualTo(PacketKind.RTP);
        assertThat(kind(0x80, 111, 11)).isEqualTo(PacketKind.UNKNOWN);
        assertThat(kind(0x81, 200, 8)).isEqualTo(PacketKind.RTCP);
        assertThat(kind(0x81, 205, 12)).isEqualTo(PacketKind.RTCP);
        assertThat(kind(64, 0, 100)).isEqualTo(PacketKind.UNKNOWN);
        assertThat(kind(17, 0, 100)).isEqualTo(PacketKind.UNKNOWN);
        assertThat(kind(192, 0, 100)).isEqualTo(PacketKind.UNKNOWN);
        assertThat(kind(0, 1, 20)).isEqualTo(PacketKind.UNKNOWN);
    }

    @Test
    void neverThrows() {
        Random random = new Random(7983);
        byte[] noise = new byte[64];
        for (int round = 0; round < 100_000; round++) {
            random.nextBytes(noise);
            int length = random.nextInt(noise.length + 1);
            assertThat(PacketKind.of(noise, noise.length - length, length)).isNotNull();
        }
    }

    private static PacketKind kind(int first, int second, int length) {
        byte[] packet = new byte[128];
        packet[3] = (byte) first;
        packet[4] = (byte) second;
        return PacketKind.of(packet, 3, length);
    }
}
