package org.sonnerie.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LossGuardTest {
    private static final int SAMPLES = 160;

    private final LossGuard guard = new LossGuard();

    @Test
    void changesNothingWhileNothingIsLost() {
        assertThat(held(4_000)).isEqualTo(4_000);
        assertThat(held(30_000)).isEqualTo(30_000);
        assertThat(held(1)).isEqualTo(1);
    }

    @Test
    void nothingShoutsAfterALoss() {
        held(4_000);
        guard.lost();
        assertThat(held(32_000)).isBetween(5_500, 5_700);
        assertThat(held(-32_768)).isBetween(-5_700, -5_500);
    }

    @Test
    void aVoiceOfItsUsualLoudnessIsLeftAloneAfterALoss() {
        held(4_000);
        guard.lost();
        assertThat(held(4_000)).isEqualTo(4_000);
        assertThat(held(5_000)).isEqualTo(5_000);
    }

    @Test
    void whoWasQuietMayBeginToSpeak() {
        held(10);
        guard.lost();
        assertThat(held(1_700)).isEqualTo(1_700);
        assertThat(held(20_000)).isBetween(1_800, 1_900);
    }

    @Test
    void aSecondLaterItLetsGo() {
        held(4_000);
        guard.lost();
        for (int i = 0; i < 50; i++) {
            assertThat(held(30_000)).isLessThan(9_000);
        }
        held(30_000);
        assertThat(held(30_000)).isEqualTo(30_000);
    }

    @Test
    void comesBackWithoutAStep() {
        held(4_000);
        guard.lost();
        held(32_000);
        short[] next = new short[SAMPLES];
        Arrays.fill(next, (short) 4_000);
        guard.hold(next, SAMPLES);
        assertThat(next[0]).isLessThan((short) 1_000);
        for (int i = 1; i < SAMPLES; i++) {
            assertThat(next[i] - next[i - 1]).isBetween(0, 40);
        }
    }

    /** What becomes of a frame of one value: the value at its end. */
    private int held(int value) {
        short[] frame = new short[SAMPLES];
        Arrays.fill(frame, (short) value);
        guard.hold(frame, SAMPLES);
        return frame[SAMPLES - 1];
    }
}
