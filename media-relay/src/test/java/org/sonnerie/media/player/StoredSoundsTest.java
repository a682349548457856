package org.sonnerie.media.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.audio.Loudness;
import org.sonnerie.media.codec.AudioDecoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.PlaceKeys;

/** Whether the committed prompts and the music are sound, as far as that can be measured. */
class StoredSoundsTest {
    private static final SoundLibrary LIBRARY =
            SoundLibrary.load(Runnable::run, () -> {}, PlaceKeys.inClear());
    private static final double LOUDEST_SAMPLE = 0.891 * Short.MAX_VALUE; // -1 dBFS
    private static final double QUIET_RMS = 0.00316 * Short.MAX_VALUE; // -50 dBFS
    private static final int FRAME_MILLIS = 20;

    static List<String> all() throws IOException {
        try (InputStream index = StoredSounds.class.getResourceAsStream("index.txt")) {
            byte[] text = Objects.requireNonNull(index).readAllBytes();
            return new String(text, StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void theLoudnessOfASineOf997HertzIsItsLevelLessThreeDecibels() {
        short[] sine = new short[5 * Loudness.SAMPLE_RATE_HZ];
        for (int i = 0; i < sine.length; i++) {
            double phase = 2 * Math.PI * 997 * i / Loudness.SAMPLE_RATE_HZ;
            sine[i] = (short) Math.round(0.1 * 32_768 * Math.sin(phase));
        }
        assertThat(Loudness.lufs(sine)).isBetween(-23.11, -22.91);
    }

    @Test
    void whatIsListedCanBePlayedInAnyLanguage() throws IOException {
        String folder = "prompts/en/";
        assertThat(LIBRARY.prompts("en"))
                .contains("menu-welcome")
                .hasSize((int) all().stream().filter(path -> path.startsWith(folder)).count())
                .allMatch(name -> LIBRARY.has(new Sound.Prompt("en", name)));
        assertThat(LIBRARY.prompts("xx"))
                .isEqualTo(LIBRARY.prompts("en"))
                .allMatch(name -> LIBRARY.has(new Sound.Prompt("xx", name)));
    }

    @Test
    void frenchIsFrench() {
        Sound.Prompt english = new Sound.Prompt("en", "menu-welcome");
        Sound.Prompt french = new Sound.Prompt("fr", "menu-welcome");
        assertThat(LIBRARY.pcm(french, Loudness.SAMPLE_RATE_HZ).frames())
                .isNotEqualTo(LIBRARY.pcm(english, Loudness.SAMPLE_RATE_HZ).frames());
    }

    @ParameterizedTest
    @MethodSource("all")
    void isAsLoudAsAVoiceAndNotClipped(String path) {
        short[] sound = decoded(path);

        double loudest = 0;
        assertThat(Loudness.lufs(sound)).isBetween(-23.0, -16.0);
        for (short sample : sound) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        assertThat(loudest).isLessThan(LOUDEST_SAMPLE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasNoOffset(String path) {
        short[] sound = decoded(path);

        double mean = IntStream.range(0, sound.length).map(i -> sound[i]).average().orElseThrow();
        assertThat(mean / Short.MAX_VALUE).isBetween(-0.001, 0.001);
    }

    @ParameterizedTest
    @MethodSource("all")
    void beginsAtOnceAndIsNowhereSilentForLong(String path) {
        boolean[] quiet = quietFrames(decoded(path));

        assertThat(run(quiet, 0))
                .as("frames before the first sound")
                .isLessThan(200 / FRAME_MILLIS);
        assertThat(longestRun(quiet)).as("frames of silence").isLessThan(400 / FRAME_MILLIS);
    }

    /** What follows the end of the loop is what followed the same sound when it was encoded. */
    @Test
    void theMusicGoesOnOverItsLoopPointAsItWasEncoded() {
        Codec codec = Codec.opus(Loudness.SAMPLE_RATE_HZ);
        short[] whole = decoded("music/house");
        int lead = StoredSounds.MUSIC_LEAD_IN * codec.samplesPerFrame();
        int loop = whole.length - lead;

        short[] heard = heard(codec, loop + 5 * codec.samplesPerFrame());

        double error = 0;
        double power = 0;
        for (int i = 0; i < heard.length - loop; i++) {
            int wanted = whole[lead + i];
            error += Math.pow(heard[loop + i] - wanted, 2);
            power += Math.pow(wanted, 2);
        }
        assertThat(10 * Math.log10(power / error)).as("signal to error, dB").isGreaterThan(30);
    }

    @ParameterizedTest
    @EnumSource(AudioCodec.class)
    void theMusicsLoopClosesWithoutAClick(AudioCodec name) {
        Codec codec = Codec.of(name, Loudness.SAMPLE_RATE_HZ);
        int loop = loopFrames() * codec.samplesPerFrame();
        short[] heard = heard(codec, 2 * loop);

        assertThat(roughness(heard, loop)).isLessThan(3 * usualRoughness(heard));
    }

    @Test
    void aCutInTheMiddleWouldBeFoundAsAClick() {
        short[] music = decoded("music/house");
        int clicks = 0;
        for (int second = 2; second < 42; second++) {
            short[] cut = Arrays.copyOf(music, music.length);
            int at = second * Loudness.SAMPLE_RATE_HZ;
            System.arraycopy(music, at + 4_800, cut, at, music.length - at - 4_800);
            clicks += roughness(cut, at) > 3 * usualRoughness(music) ? 1 : 0;
        }
        assertThat(clicks).as("of 40 cuts").isGreaterThan(30);
    }

    /** How much the sound bends in the 48 samples around one: a step bends it most. */
    private static double roughness(short[] sound, int at) {
        double most = 0;
        for (int i = at - 24; i < at + 24; i++) {
            most = Math.max(most, Math.abs(sound[i + 1] - 2.0 * sound[i] + sound[i - 1]));
        }
        return most;
    }

    private static double usualRoughness(short[] sound) {
        double[] all =
                IntStream.range(1, sound.length / 480)
                        .mapToDouble(i -> roughness(sound, i * 480 - 240))
                        .sorted()
                        .toArray();
        return all[all.length / 2];
    }

    private static int loopFrames() {
        PcmSound music = LIBRARY.pcm(new Sound.Music("house"), 8_000);
        return music.frames() - music.loopStart();
    }

    /** What a listener hears who is there from the beginning of the loop. */
    private static short[] heard(Codec codec, int samples) {
        ProgrammePlayer player =
                new ProgrammePlayer(LIBRARY, List.of(new Sound.Music("house")), true, codec.name());
        short[] all = new short[samples];
        short[] pcm = new short[codec.samplesPerPacketAtMost()];
        int frame = codec.samplesPerFrame();
        try (AudioDecoder decoder = codec.newDecoder()) {
            for (int i = 0; i < samples / frame; i++) {
                assertThat(player.next(i)).isTrue();
                decoder.decode(
                        player.payload(), player.payloadOffset(), player.payloadLength(), pcm);
                System.arraycopy(pcm, 0, all, i * frame, frame);
            }
        }
        return all;
    }

    private static short[] decoded(String path) {
        String[] parts = path.split("/", -1);
        Sound sound =
                parts[0].equals("music")
                        ? new Sound.Music(parts[1])
                        : new Sound.Prompt(parts[1], parts[2]);
        PcmSound pcm = LIBRARY.pcm(sound, Loudness.SAMPLE_RATE_HZ);
        short[] all = new short[pcm.frames() * pcm.samplesPerFrame()];
        short[] frame = new short[pcm.samplesPerFrame()];
        for (int i = 0; i < pcm.frames(); i++) {
            pcm.copy(i, frame);
            System.arraycopy(frame, 0, all, i * frame.length, frame.length);
        }
        return all;
    }

    private static boolean[] quietFrames(short[] sound) {
        int samples = Loudness.SAMPLE_RATE_HZ / Codec.FRAMES_PER_SECOND;
        boolean[] quiet = new boolean[sound.length / samples];
        for (int frame = 0; frame < quiet.length; frame++) {
            int from = frame * samples;
            double power =
                    IntStream.range(from, from + samples)
                            .mapToDouble(i -> (double) sound[i] * sound[i])
                            .average()
                            .orElseThrow();
            quiet[frame] = Math.sqrt(power) < QUIET_RMS;
        }
        return quiet;
    }

    private static int run(boolean[] quiet, int from) {
        int to = from;
        while (to < quiet.length && quiet[to]) {
            to++;
        }
        return to - from;
    }

    private static int longestRun(boolean[] quiet) {
        return IntStream.range(0, quiet.length).map(i -> run(quiet, i)).max().orElseThrow();
    }
}
