package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeatTest {
    private static final long MILLI = 1_000_000L;

    private final Beat beat = new Beat(0);

    @Test
    void ticksEveryTwentyMilliseconds() {
        assertThat(beat.isDue(0)).isTrue();
        beat.done();
        assertThat(beat.isDue(19 * MILLI)).isFalse();
        assertThat(beat.isDue(20 * MILLI)).isTrue();
        assertThat(beat.tick()).isEqualTo(1);
    }

    @Test
    void aLateTickIsCaughtUpAndCalledLate() {
        int done = 0;
        int late = 0;
        while (beat.isDue(100 * MILLI)) {
            late += beat.isLate(100 * MILLI) ? 1 : 0;
            beat.done();
            done++;
        }
        assertThat(done).isEqualTo(6);
        assertThat(late).isEqualTo(5);
        assertThat(beat.skip(100 * MILLI)).isZero();
    }

    @Test
    void afterALongSleepTheTicksBetweenAreLeftOut() {
        assertThat(beat.skip(10_005 * MILLI)).isEqualTo(500);
        assertThat(beat.tick()).isEqualTo(500);
        assertThat(beat.dueNanos()).isEqualTo(10_000 * MILLI);
    }
}
