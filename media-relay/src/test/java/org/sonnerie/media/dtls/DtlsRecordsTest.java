package org.sonnerie.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DtlsRecordsTest {
    @Test
    void takesWholeRecordsOnly() {
        assertThat(plausible(record(22, 0, 40), false)).isTrue();
        assertThat(plausible(record(22, 0, 40), true)).isTrue();
        assertThat(DtlsRecords.arePlausible(record(22, 0, 40), 0, 52, false)).isFalse();
        assertThat(DtlsRecords.arePlausible(record(22, 0, 40), 0, 12, false)).isFalse();
        byte[] two = new byte[13 + 40 + 13 + 24];
        System.arraycopy(record(22, 0, 40), 0, two, 0, 53);
        System.arraycopy(record(22, 1, 24), 0, two, 53, 37);
        assertThat(plausible(two, false)).isTrue();
        two[53 + 12] = 23;
        assertThat(plausible(two, false)).isFalse();
    }

    @Test
    void dropsAlertsInTheClearAfterTheHandshakeAndSealedOnesWithoutRoomForATag() {
        assertThat(plausible(record(21, 0, 2), false)).isTrue();
        assertThat(plausible(record(21, 0, 2), true)).isFalse();
        assertThat(plausible(record(21, 1, 2), false)).isFalse();
        assertThat(plausible(record(21, 1, 26), true)).isTrue();
        assertThat(plausible(record(23, 0, 26), false)).isFalse();
        assertThat(plausible(record(24, 1, 26), false)).isFalse();
        assertThat(plausible(record(19, 1, 26), false)).isFalse();
    }

    @Test
    void neverThrows() {
        Random random = new Random(6347);
        byte[] noise = new byte[100];
        for (int round = 0; round < 100_000; round++) {
            random.nextBytes(noise);
            noise[0] = (byte) (20 + random.nextInt(4));
            noise[1] = -2;
            noise[11] = 0;
            int length = random.nextInt(noise.length);
            assertThat(DtlsRecords.arePlausible(noise, 0, length, random.nextBoolean()))
                    .isIn(true, false);
        }
    }

    private static boolean plausible(byte[] datagram, boolean keyed) {
        return DtlsRecords.arePlausible(datagram, 0, datagram.length, keyed);
    }

    private static byte[] record(int type, int epoch, int length) {
        byte[] bytes = new byte[13 + length];
        bytes[0] = (byte) type;
        bytes[1] = -2;
        bytes[2] = -3;
        bytes[4] = (byte) epoch;
        bytes[12] = (byte) length;
        return bytes;
    }
}
