package org.sonnerie.media.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.audio.DtmfDetector;
import org.sonnerie.media.fake.Chirps;
import org.sonnerie.media.fake.PlaceKeys;

/** No voice and no music of ours is taken for a key, at whatever pitch and level. */
class TalkOffTest {
    private static final SoundLibrary LIBRARY =
            SoundLibrary.load(Runnable::run, () -> {}, PlaceKeys.inClear());
    private static final double[] PITCHES = {0.8, 0.9, 1, 1.1, 1.2};
    private static final double[] GAINS = {1, 3};

    static Stream<String> all() throws IOException {
        return StoredSoundsTest.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isNoKey(String path) {
        String[] parts = path.split("/", -1);
        Sound sound =
                parts[0].equals("music")
                        ? new Sound.Music(parts[1])
                        : new Sound.Prompt(parts[1], parts[2]);
        short[] samples = samples(LIBRARY.pcm(sound, DtmfDetector.SAMPLE_RATE_HZ));

        for (double pitch : PITCHES) {
            for (double gain : GAINS) {
                assertThat(keys(samples, pitch, gain))
                        .as("pitch %s, gain %s", pitch, gain)
                        .isEmpty();
            }
        }
    }

    @Test
    void sweepsAreNoKeys() {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(keys(Chirps.samples(seed, 8_000, 20), 1, 1)).isEmpty();
        }
    }

    private static String keys(short[] samples, double pitch, double gain) {
        short[] played = new short[(int) ((samples.length - 1) / pitch)];
        for (int i = 0; i < played.length; i++) {
            int at = (int) (i * pitch);
            double part = i * pitch - at;
            double value = samples[at] * (1 - part) + samples[at + 1] * part;
            played[i] =
                    (short) Math.clamp(Math.round(gain * value), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        StringBuilder heard = new StringBuilder();
        new DtmfDetector().hear(played, played.length, heard::append);
        return heard.toString();
    }

    private static short[] samples(PcmSound sound) {
        int samplesPerFrame = sound.samplesPerFrame();
        short[] all = new short[sound.frames() * samplesPerFrame];
        short[] frame = new short[samplesPerFrame];
        for (int i = 0; i < sound.frames(); i++) {
            sound.copy(i, frame);
            System.arraycopy(frame, 0, all, i * samplesPerFrame, samplesPerFrame);
        }
        return all;
    }
}
