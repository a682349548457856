package org.sonnerie.media.ogg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoStreamsTest {
    /** Code 0, 20 ms wideband (RFC 6716 section 3.1). */
    private static final byte ONE_FRAME = 0x48;

    private static byte[] packet(int length) {
        byte[] packet = new byte[length];
        new Random(length).nextBytes(packet);
        packet[0] = ONE_FRAME;
        return packet;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 60, 251, 252, 253, 254, 255, 256, 257, 258, 600, 999})
    void whatIsJoinedComesApartAgain(int length) {
        byte[] first = packet(length);
        byte[] second = packet(1_000 - length);

        byte[][] apart = TwoStreams.split(TwoStreams.join(first, second));

        assertThat(apart[0]).isEqualTo(first);
        assertThat(apart[1]).isEqualTo(second);
    }

    /** RFC 6716 section 3.2.1: 252 is 252 + 4 * 0, 257 is 253 + 4 * 1. */
    @Test
    void theFirstLengthIsWrittenAsTheRfcSays() {
        assertThat(TwoStreams.join(packet(252), packet(3))).startsWith(ONE_FRAME, (byte) 251);
        assertThat(TwoStreams.join(packet(253), packet(3)))
                .startsWith(ONE_FRAME, (byte) 252, (byte) 0);
        assertThat(TwoStreams.join(packet(258), packet(3)))
                .startsWith(ONE_FRAME, (byte) 253, (byte) 1);
    }

    @Test
    void whatIsNoPacketOfOneFrameIsRefused() {
        byte[] twoFrames = {ONE_FRAME | 1, 0, 0};
        assertThatThrownBy(() -> TwoStreams.join(twoFrames, packet(3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TwoStreams.join(new byte[0], packet(3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TwoStreams.split(packet(2)))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] tooLong = packet(20);
        tooLong[1] = 19;
        assertThatThrownBy(() -> TwoStreams.split(tooLong))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
