package org.sonnerie.media.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutgoingStreamTest {
    private static final long FRAME = 20_000_000L;

    private final OutgoingStream stream = new OutgoingStream(7, 1_000, 50_000, 48_000);

    @Test
    void relaysWithItsOwnNumbersAndShowsTheGapOfALostPacket() {
        relay(1, 65_534, 0, 0);
        assertThat(stream.sequence()).isEqualTo(1_001);
        assertThat(stream.marker()).isTrue();
        int first = stream.timestamp();

        relay(1, 65_535, 960, FRAME);
        assertThat(stream.sequence()).isEqualTo(1_002);
        assertThat(stream.timestamp() - first).isEqualTo(960);
        assertThat(stream.marker()).isFalse();

        relay(1, 1, 2_880, 3 * FRAME);
        assertThat(stream.sequence()).isEqualTo(1_004);
        assertThat(stream.timestamp() - first).isEqualTo(2_880);
    }

    @Test
    void aReorderedPacketTakesItsPlaceOnce() {
        relay(1, 10, 0, 0);
        relay(1, 12, 1_920, 2 * FRAME);
        assertThat(stream.relayed(1, 11, 960, 2 * FRAME)).isTrue();
        assertThat(stream.sequence()).isEqualTo(1_002);
        assertThat(stream.relayed(1, 11, 960, 2 * FRAME)).isFalse();
        assertThat(stream.relayed(1, 12, 1_920, 2 * FRAME)).isFalse();
    }

    @Test
    void goesOnWithoutAGapWhenTheSourceMoves() {
        relay(1, 10, 500_000, 0);
        int before = stream.timestamp();

        stream.interrupt();
        stream.generated(77, 10 * FRAME);

        assertThat(stream.sequence()).isEqualTo(1_002);
        assertThat(stream.timestamp() - before).isEqualTo(9_600);
        assertThat(stream.marker()).isTrue();

        stream.generated(78, 11 * FRAME);
        assertThat(stream.sequence()).isEqualTo(1_003);
        assertThat(stream.timestamp() - before).isEqualTo(10_560);
        assertThat(stream.marker()).isFalse();

        relay(9, 3, 1, 12 * FRAME);
        assertThat(stream.sequence()).isEqualTo(1_004);
        assertThat(stream.timestamp() - before).isEqualTo(11_520);
        assertThat(stream.relayed(9, 2, 1 - 960, 12 * FRAME)).isFalse();
    }

    @Test
    void aFrameIsNeverStampedBeforeTheEndOfTheLastOne() {
        stream.generated(1, 0);
        int before = stream.timestamp();
        relay(1, 10, 0, FRAME / 10);
        assertThat(stream.timestamp() - before).isEqualTo(960);
    }

    @Test
    void swallowedPacketsLeaveNoGapAndInsertedOnesTakeTheirNumber() {
        relay(1, 10, 0, 0);
        stream.swallowed(1, 11);
        stream.swallowed(1, 12);
        relay(1, 13, 2_880, 3 * FRAME);
        assertThat(stream.sequence()).isEqualTo(1_002);

        stream.inserted(123, true);
        assertThat(stream.sequence()).isEqualTo(1_003);
        assertThat(stream.timestamp()).isEqualTo(123);
        relay(1, 14, 3_840, 4 * FRAME);
        assertThat(stream.sequence()).isEqualTo(1_004);
        assertThat(stream.relayed(1, 12, 1_920, 4 * FRAME)).isFalse();
    }

    @Test
    void aNewSourceAndAWildJumpBeginANewRun() {
        relay(1, 10, 0, 0);
        relay(2, 40_000, 99, FRAME);
        assertThat(stream.sequence()).isEqualTo(1_002);
        assertThat(stream.marker()).isTrue();
        relay(2, 5_000, 88, 2 * FRAME);
        assertThat(stream.sequence()).isEqualTo(1_003);
        assertThat(stream.marker()).isTrue();
    }

    @Test
    void noNumberIsEverGivenOutTwice() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            OutgoingStream any = new OutgoingStream(7, random.nextInt(32_768), 0, 48_000);
            Set<Integer> seen = new HashSet<>();
            int source = random.nextInt(65_536);
            for (int step = 0; step < 2_000; step++) {
                if (sends(any, random, source, step)) {
                    assertThat(seen.add(any.sequence())).as("seed %d", seed).isTrue();
                }
                source = (source + random.nextInt(3)) & 0xFFFF;
            }
        }
    }

    private static boolean sends(OutgoingStream any, Random random, int source, int step) {
        int sequence = (source - random.nextInt(6)) & 0xFFFF;
        return switch (random.nextInt(12)) {
            case 0 -> {
                any.generated(step, step * FRAME);
                yield true;
            }
            case 1 -> {
                any.inserted(step, false);
                yield true;
            }
            case 2 -> {
                any.swallowed(1, sequence);
                yield false;
            }
            case 3 -> {
                any.interrupt();
                yield false;
            }
            default -> any.relayed(1, sequence, sequence * 960, step * FRAME);
        };
    }

    private void relay(int ssrc, int sequence, int timestamp, long nowNanos) {
        assertThat(stream.relayed(ssrc, sequence, timestamp, nowNanos)).isTrue();
    }
}
