package org.sonnerie.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LevelTest {
    @Test
    void silenceIs127AndFullScaleIs0() {
        short[] frame = new short[160];
        assertThat(AudioLevel.of(frame, 160)).isEqualTo(127);
        Arrays.fill(frame, Short.MIN_VALUE);
        assertThat(AudioLevel.of(frame, 160)).isZero();
    }

    @Test
    void tenTimesLessAmplitudeIsTwentyDecibels() {
        short[] frame = new short[160];
        Arrays.fill(frame, (short) 3_277);
        assertThat(AudioLevel.of(frame, 160)).isEqualTo(20);
    }

    @Test
    void aTalkerOpensAtOnceAndClosesAfterTheHangover() {
        TalkerDetector detector = new TalkerDetector();
        assertThat(detector.update(70)).isFalse();
        assertThat(detector.update(30)).isTrue();
        for (int i = 1; i < TalkerDetector.HANGOVER_FRAMES; i++) {
            assertThat(detector.update(AudioLevel.SILENCE)).isTrue();
        }
        assertThat(detector.update(AudioLevel.SILENCE)).isFalse();
    }

    @Test
    void loudnessFollowsTheVoice() {
        TalkerDetector detector = new TalkerDetector();
        for (int i = 0; i < 50; i++) {
            detector.update(20);
        }
        assertThat(detector.loudness()).isBetween(20.0, 21.0);
    }

    @Test
    void sumsSaturate() {
        assertThat(Frames.saturate(40_000)).isEqualTo(Short.MAX_VALUE);
        assertThat(Frames.saturate(-40_000)).isEqualTo(Short.MIN_VALUE);
        assertThat(Frames.saturate(-5)).isEqualTo((short) -5);
    }
}
