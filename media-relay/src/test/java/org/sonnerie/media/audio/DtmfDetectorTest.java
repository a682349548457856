package org.sonnerie.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.fake.Keypad;

/** What ITU-T Q.24 asks of whoever receives keys as tones. */
class DtmfDetectorTest {
    private static final String ALL = "1234567890*#ABCD";
    private static final List<Character> KEYS = ALL.chars().mapToObj(key -> (char) key).toList();
    private static final int PER_MILLI = 8;

    /** 0 dBm0 is 3.14 dB below a sine of full scale (G.711). */
    private static final double ZERO_DBM0 = 32_767 * Math.pow(10, -3.14 / 20);

    private static final double USUAL_DBM0 = -8;

    private final StringBuilder heard = new StringBuilder();
    private final DtmfDetector detector = new DtmfDetector();
    private int heardAfter = -1;

    /** A tone pair as it is pressed: what is unusual is said by one of these. */
    private record Press(
            int millis, double lowDbm0, double highDbm0, double lowOff, double highOff) {
        static Press usual(int millis) {
            return new Press(millis, USUAL_DBM0, USUAL_DBM0, 0, 0);
        }

        Press at(double low, double high) {
            return new Press(millis, low, high, lowOff, highOff);
        }

        Press off(double low, double high) {
            return new Press(millis, lowDbm0, highDbm0, low, high);
        }

        short[] sound(char key, int samplesBefore) {
            short[] sound = new short[samplesBefore + (millis + 100) * PER_MILLI];
            int samples = millis * PER_MILLI;
            double low = Keypad.low(key) * (1 + lowOff / 100);
            double high = Keypad.high(key) * (1 + highOff / 100);
            Keypad.add(sound, samplesBefore, samples, low, amplitude(lowDbm0), 0);
            Keypad.add(sound, samplesBefore, samples, high, amplitude(highDbm0), 0);
            return sound;
        }

        private static double amplitude(double dbm0) {
            return ZERO_DBM0 * Math.pow(10, dbm0 / 20);
        }
    }

    @Test
    void eachKeyIsHeardOnce() {
        pressAll(Press.usual(60));
        assertThat(heard).hasToString(ALL);
    }

    /** Wherever it begins between two looks. */
    @ParameterizedTest
    @ValueSource(ints = {800, 805, 810, 815, 820, 825, 830, 835})
    void aToneOfFortyMillisecondsIsAKey(int before) {
        for (char key : KEYS) {
            hear(Press.usual(40).sound(key, before));
        }
        assertThat(heard).hasToString(ALL);
    }

    @ParameterizedTest
    @ValueSource(ints = {800, 805, 810, 815, 820, 825, 830, 835})
    void aToneOfTwentyMillisecondsIsNone(int before) {
        for (char key : KEYS) {
            hear(Press.usual(20).sound(key, before));
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void aLongKeyIsOne() {
        hear(Press.usual(5_000).sound('7', 0));
        assertThat(heard).hasToString("7");
    }

    /** A prompt that is interrupted by the key is to be silent within 100 ms. */
    @Test
    void aKeyIsToldWithinFiftyMilliseconds() {
        short[] sound = Press.usual(200).sound('5', 400);
        for (int at = 0; at < sound.length && heard.isEmpty(); at += 8) {
            hear(Arrays.copyOfRange(sound, at, at + 8));
            heardAfter = at + 8 - 400;
        }
        assertThat(heardAfter).isBetween(20 * PER_MILLI, 50 * PER_MILLI);
    }

    @Test
    void theSameKeyAfterAPauseOfFortyMillisecondsIsTwo() {
        for (int i = 0; i < 20; i++) {
            short[] sound = Press.usual(60).sound('3', 0);
            hear(Arrays.copyOf(sound, 100 * PER_MILLI + i));
        }
        assertThat(heard).hasToString("3".repeat(20));
    }

    @Test
    void aGapOfTenMillisecondsDividesNoKey() {
        for (int i = 0; i < 20; i++) {
            short[] sound = Press.usual(100).sound('3', i);
            Arrays.fill(sound, i + 50 * PER_MILLI, i + 60 * PER_MILLI, (short) 0);
            hear(sound);
        }
        assertThat(heard).hasToString("3".repeat(20));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -3, -10, -20, -30})
    void levelsOfAUsualLineAreHeard(double dbm0) {
        pressAll(Press.usual(50).at(dbm0 - 3, dbm0 - 3));
        assertThat(heard).hasToString(ALL);
    }

    @Test
    void whatIsTooFaintIsNone() {
        pressAll(Press.usual(100).at(-42, -42));
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-8, -8", "-12, -8", "-8, -16", "-20, -16", "-20, -28"})
    void aTwistOfALineIsHeard(double low, double high) {
        pressAll(Press.usual(50).at(low, high));
        assertThat(heard).hasToString(ALL);
    }

    @ParameterizedTest
    @CsvSource({"-20, -8", "-8, -20"})
    void tonesOfVeryUnlikeLevelsAreNone(double low, double high) {
        pressAll(Press.usual(100).at(low, high));
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.5", "-1.5, -1.5", "1.5, -1.5", "-1.5, 1.5"})
    void keysAreHeardOnePointFivePercentOff(double low, double high) {
        pressAll(Press.usual(40).off(low, high));
        assertThat(heard).hasToString(ALL);
    }

    @ParameterizedTest
    @CsvSource({"3.5, 0", "-3.5, 0", "0, 3.5", "0, -3.5", "3.5, 3.5", "-3.5, -3.5"})
    void keysAreNoneThreePointFivePercentOff(double low, double high) {
        pressAll(Press.usual(100).off(low, high));
        assertThat(heard).isEmpty();
    }

    /** White noise 15 dB below the tones, as Q.24 has it, and somewhat more. */
    @ParameterizedTest
    @ValueSource(ints = {24, 15, 12})
    void keysAreHeardInNoise(int decibelsBelow) {
        Random random = new Random(7);
        double noise = ZERO_DBM0 * Math.pow(10, (USUAL_DBM0 - decibelsBelow) / 20);
        for (int i = 0; i < 50; i++) {
            for (char key : KEYS) {
                short[] sound = Press.usual(50).sound(key, random.nextInt(200));
                for (int at = 0; at < sound.length; at++) {
                    int more = (int) Math.round(noise * random.nextGaussian());
                    sound[at] = Frames.saturate(sound[at] + more);
                }
                hear(sound);
            }
        }
        assertThat(heard).hasToString(ALL.repeat(50));
    }

    @Test
    void tonesOfOneGroupAndDialToneAreNone() {
        short[] sound = new short[16_000];
        Keypad.add(sound, 0, 8_000, 697, 8_000, 0);
        Keypad.add(sound, 0, 8_000, 941, 8_000, 0);
        Keypad.add(sound, 8_000, 8_000, 350, 8_000, 0);
        Keypad.add(sound, 8_000, 8_000, 440, 8_000, 0);
        hear(sound);
        assertThat(heard).isEmpty();
    }

    @Test
    void twentyMillisecondsLostInAKeyDivideItNot() {
        for (int lost = 10; lost < 70; lost += 5) {
            short[] sound = Press.usual(100).sound('8', 0);
            hear(Arrays.copyOf(sound, lost * PER_MILLI));
            detector.lost();
            hear(Arrays.copyOfRange(sound, (lost + 20) * PER_MILLI, sound.length));
        }
        assertThat(heard).hasToString("8".repeat(12));
    }

    @Test
    void silenceEndsAKey() {
        short[] sound = Press.usual(100).sound('8', 0);
        for (int i = 0; i < 3; i++) {
            hear(Arrays.copyOf(sound, 100 * PER_MILLI));
            detector.silence();
        }
        assertThat(heard).hasToString("888");
    }

    /** Our own keys keep to what we ask of others. */
    @Test
    void whatWePlayIsHeard() {
        KeyTones tones = new KeyTones();
        tones.add(ALL);
        short[] pcm = new short[160];
        int loudest = 0;
        int frames = 0;
        while (tones.next(pcm)) {
            frames++;
            hear(pcm.clone());
            for (short sample : pcm) {
                loudest = Math.max(loudest, Math.abs(sample));
            }
        }
        assertThat(heard).hasToString(ALL);
        assertThat(frames).isEqualTo(10 * ALL.length());
        assertThat(loudest).isBetween(15_000, 20_000);
        assertThat(tones.active()).isFalse();
    }

    private void pressAll(Press press) {
        for (char key : KEYS) {
            hear(press.sound(key, 0));
        }
    }

    private void hear(short[] sound) {
        detector.hear(sound, sound.length, heard::append);
    }
}
