package org.sonnerie.e2e.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Synthetic sound: who is recognised in it, and who is not. */
class RecognitionTest {
    private static final Voice ALICE = new Voice("alice", 1);
    private static final Voice BOB = new Voice("bob", 2);
    private static final Voice CAROL = new Voice("carol", 3);
    private static final List<Reference> KNOWN =
            List.of(Reference.of(ALICE), Reference.of(BOB), Reference.of(CAROL));

    @TempDir private Path folder;

    @Test
    void aVoiceIsRecognisedAtAnyMomentOfIt() {
        short[] heard = wrapped(ALICE.samples(8000), 3777, 5 * 8000);
        List<Second> seconds = listenerTo(heard).next(5);
        assertThat(seconds).allMatch(s -> s.hearsOnly("alice"));
        assertThat(seconds.getFirst().match("alice").lag()).isEqualTo(3777);
        assertThat(seconds.getFirst().match("alice").gainDb()).isCloseTo(0, within(0.1));
        assertThat(seconds).allMatch(s -> s.match("bob").ncc() < 0.25);
    }

    @Test
    void theEndOfAVoiceRunsIntoItsBeginning() {
        short[] heard = wrapped(BOB.samples(8000), 14 * 8000 + 4000, 2 * 8000);
        assertThat(listenerTo(heard).next(2)).allMatch(s -> s.hearsOnly("bob"));
    }

    @Test
    void codecAndNoiseDoNotHideAVoice() {
        for (G711 law : G711.values()) {
            short[] heard = law.through(wrapped(ALICE.samples(8000), 11_111, 3 * 8000));
            List<Second> seconds = listenerTo(heard).next(3);
            assertThat(seconds).allMatch(s -> s.hearsOnly("alice"));
            assertThat(seconds).allMatch(s -> s.match("alice").snrDb() > 30);
        }
        short[] noisy = sum(wrapped(ALICE.samples(8000), 500, 3 * 8000), noise(3 * 8000, 3000));
        assertThat(listenerTo(noisy).next(3)).allMatch(s -> s.hearsOnly("alice"));
    }

    @Test
    void threeWhoTalkAtOnceAreAllRecognised() {
        short[] two =
                sum(
                        wrapped(ALICE.samples(8000), 500, 24_000),
                        wrapped(BOB.samples(8000), 4321, 24_000));
        assertThat(listenerTo(two).next(3)).allMatch(s -> s.hearsOnly("alice", "bob"));
        short[] three = sum(two, wrapped(CAROL.samples(8000), 77_777, 24_000));
        assertThat(listenerTo(three).next(3)).allMatch(s -> s.hearsOnly("alice", "bob", "carol"));
    }

    @Test
    void silenceNoiseAndTonesAreNobody() {
        assertThat(listenerTo(new short[16_000]).next(2))
                .allMatch(Second::isSilent)
                .allMatch(s -> s.hearsOnly());
        assertThat(listenerTo(noise(16_000, 8000)).next(2)).allMatch(s -> s.hearsOnly());
        assertThat(listenerTo(tone(440, 16_000)).next(2)).allMatch(s -> s.hearsOnly());
    }

    @Test
    void noTwoOfManyVoicesAreTakenForEachOther() {
        short[] heard = wrapped(ALICE.samples(8000), 1234, 15 * 8000);
        for (int seed = 10; seed < 16; seed++) {
            Reference stranger = Reference.of(new Voice("stranger", seed));
            List<Second> seconds = listener(heard, List.of(stranger)).next(15);
            assertThat(seconds).allMatch(s -> s.match("stranger").ncc() < 0.3);
        }
    }

    @Test
    void vowelsAreTheirSpeakersToo() {
        Voice alice = ALICE.vowels();
        List<Reference> known =
                List.of(Reference.of(alice), Reference.of(BOB.vowels()), Reference.of(CAROL));
        short[] heard = wrapped(alice.samples(8000), 3777, 15 * 8000);
        assertThat(listener(heard, known).next(15)).allMatch(s -> s.hearsOnly("alice"));
    }

    @Test
    void aToneIsKnownByItsPitch() {
        short[] busy = sounding(3, 440, 4000, 0, 4000);
        assertThat(Tone.of(440).share(busy)).isCloseTo(0.5, within(0.02));
        assertThat(Tone.of(520).share(busy)).isLessThan(0.03);
        assertThat(Tone.of(440).share(ALICE.samples(8000))).isLessThan(0.1);
    }

    @Test
    void aToneOfCallProgressIsKnownByItsRhythm() {
        Cadence busy = Cadence.of(440, 500, 0, 500);
        assertThat(busy.faultIn(sounding(3, 440, 4000, 0, 4000))).isEmpty();
        assertThat(busy.faultIn(sounding(3, 0, 1000, 440, 4000, 0, 3000))).isEmpty();
        assertThat(busy.faultIn(withPausesOf(4000, 7000))).isEmpty();
        assertThat(busy.faultIn(withPausesOf(7000, 7000))).isPresent();
        assertThat(busy.faultIn(sounding(4, 440, 3360, 0, 4000))).isPresent();
        assertThat(busy.faultIn(sounding(6, 440, 2000, 0, 2000))).isPresent();
        assertThat(busy.faultIn(sounding(3, 425, 4000, 0, 4000))).isPresent();
        assertThat(busy.faultIn(sounding(3, 440, 8000))).isPresent();
        assertThat(busy.faultIn(new short[24_000])).isPresent();
        assertThat(busy.faultIn(ALICE.samples(8000))).isPresent();
    }

    @Test
    void theOrderOfPitchesMatters() {
        Cadence special = Cadence.of(950, 330, 1400, 330, 1800, 330, 0, 1000);
        assertThat(special.faultIn(wrapped(special.sound(), 0, 32_000))).isEmpty();
        assertThat(special.faultIn(sounding(2, 950, 2640, 1400, 2640, 1800, 2640, 0, 8000)))
                .isEmpty();
        assertThat(special.faultIn(sounding(2, 1400, 2640, 950, 2640, 1800, 2640, 0, 8000)))
                .isPresent();
        assertThat(special.faultIn(sounding(2, 950, 2640, 1400, 2640, 0, 10_640))).isPresent();
    }

    @Test
    void whatTheBrowserSwallowsOfTheVeryBeginningIsNoFault() {
        Cadence special = Cadence.of(950, 330, 1400, 330, 1800, 330, 0, 1000);
        int[] once = {
            0, 640, 950, 1920, 1400, 2640, 1800, 2640, 0, 8000, 950, 2640, 1400, 2640, 1800, 2640
        };
        assertThat(special.faultIn(sounding(1, once))).isEmpty();
        int[] twice = {950, 1320, 1400, 1320, 1800, 1320, 0, 4000};
        assertThat(special.fasterBy(2).faultIn(sounding(3, twice))).isEmpty();
        assertThat(special.faultIn(sounding(3, twice))).isPresent();
        int[] always = {950, 1920, 1400, 2640, 1800, 2640, 0, 8000};
        assertThat(special.faultIn(sounding(3, always))).isPresent();
    }

    @Test
    void aPromptIsFoundWhereverItsSecondBegins() {
        short[] spoken = ALICE.samples(8000);
        Reference prompt = Reference.ofPrompt("prompt", Arrays.copyOf(spoken, 13_600));
        for (int before = 0; before < 8000; before += 400) {
            short[] heard = new short[32_000];
            System.arraycopy(spoken, 0, heard, before, 13_600);
            assertThat(listener(heard, List.of(prompt)).next(4))
                    .as("after " + before)
                    .anyMatch(s -> s.hearsOnly("prompt"));
        }
    }

    @Test
    void aFileHoldsWhatWasWritten() throws Exception {
        Path file = folder.resolve("alice.wav");
        short[] voice = ALICE.samples(48_000);
        WavFile.write(file, voice, 48_000);
        assertThat(WavFile.readAfter(file, 0)).isEqualTo(voice);
        assertThat(WavFile.readAfter(file, voice.length - 7)).hasSize(7);
    }

    @Test
    void theLawsOfG711KnowTheirFixedPoints() {
        assertThat(G711.PCMU.encode((short) 0)).isEqualTo((byte) 0xff);
        assertThat(G711.PCMA.encode((short) 0)).isEqualTo((byte) 0xd5);
        assertThat(G711.PCMU.decode((byte) 0x80)).isEqualTo((short) 32_124);
        assertThat(G711.PCMA.decode((byte) 0xaa)).isEqualTo((short) 32_256);
        assertThatThrownBy(() -> Reference.of(ALICE).find(new short[5]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Listener listenerTo(short[] sound) {
        return listener(sound, KNOWN);
    }

    private static Listener listener(short[] sound, List<Reference> known) {
        return new Listener(new FixedEar(sound), known);
    }

    private static short[] wrapped(short[] sound, int from, int length) {
        short[] out = new short[length];
        for (int i = 0; i < length; i++) {
            out[i] = sound[(from + i) % sound.length];
        }
        return out;
    }

    private static short[] sum(short[] a, short[] b) {
        short[] out = new short[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) Math.clamp(a[i] + b[i], -32_768, 32_767);
        }
        return out;
    }

    private static short[] noise(int length, int amplitude) {
        Random random = new Random(5);
        short[] out = new short[length];
        for (int i = 0; i < length; i++) {
            out[i] = (short) random.nextInt(-amplitude, amplitude);
        }
        return out;
    }

    private static short[] withPausesOf(int one, int other) {
        return sounding(
                1, 0, 800, 440, 4000, 0, one, 440, 4000, 0, other, 440, 4000, 0, 4000, 440, 800);
    }

    /** Frequencies and their samples by turns, over and over; frequency 0 is a pause. */
    private static short[] sounding(int times, int... frequenciesAndSamples) {
        short[] all = new short[0];
        for (int i = 0; i < times * frequenciesAndSamples.length; i += 2) {
            int part = i % frequenciesAndSamples.length;
            short[] more = tone(frequenciesAndSamples[part], frequenciesAndSamples[part + 1]);
            all = Arrays.copyOf(all, all.length + more.length);
            System.arraycopy(more, 0, all, all.length - more.length, more.length);
        }
        return all;
    }

    private static short[] tone(int frequencyHz, int length) {
        short[] out = new short[length];
        for (int i = 0; i < length; i++) {
            out[i] = (short) (8000 * Math.sin(2 * Math.PI * frequencyHz * i / 8000));
        }
        return out;
    }

    /** An ear that has heard everything only after it was made. */
    private static final class FixedEar implements Ear {
        private final Recording recording = new Recording();
        private final short[] sound;
        private boolean asked;

        FixedEar(short[] sound) {
            this.sound = sound;
        }

        @Override
        public String name() {
            return "ear";
        }

        @Override
        public Recording recording() {
            return recording;
        }

        @Override
        public void listen(Duration atMost) {
            if (asked && recording.size() == 0) {
                recording.append(sound);
            }
            asked = true;
        }
    }
}
