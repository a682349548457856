package org.sonnerie.media.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.AudioCodec;

class CodecTest {
    private static final Codec OPUS_8 = Codec.opus(8000);

    private final byte[] encoded = new byte[AudioEncoder.MAXIMAL_FRAME_LENGTH];
    private final short[] pcm = new short[5760];

    /** 20 ms of a tone from a given frame on. */
    private static short[] tone(Codec codec, double hertz, int frame) {
        short[] samples = new short[codec.samplesPerFrame()];
        for (int i = 0; i < samples.length; i++) {
            double seconds = (double) (frame * samples.length + i) / codec.sampleRateHz();
            samples[i] = (short) (8000 * Math.sin(2 * Math.PI * hertz * seconds));
        }
        return samples;
    }

    private static double loudness(short[] samples, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / count);
    }

    @ParameterizedTest
    @EnumSource(AudioCodec.class)
    void carriesAToneThrough(AudioCodec name) {
        Codec codec = Codec.of(name, 16_000);
        try (AudioEncoder encoder = codec.newEncoder();
                AudioDecoder decoder = codec.newDecoder()) {
            for (int frame = 0; frame < 25; frame++) {
                int length = encoder.encode(tone(codec, 440, frame), encoded, 5);
                assertThat(codec.ticks(encoded, 5, length)).isEqualTo(codec.ticksPerFrame());
                assertThat(decoder.decode(encoded, 5, length, pcm))
                        .isEqualTo(codec.samplesPerFrame());
            }
            assertThat(loudness(pcm, codec.samplesPerFrame())).isBetween(5200.0, 6100.0);
        }
    }

    @ParameterizedTest
    @EnumSource(AudioCodec.class)
    void fillsALostFrameAndFadesOutWhenMoreAreLost(AudioCodec name) {
        Codec codec = Codec.of(name, 8000);
        try (AudioEncoder encoder = codec.newEncoder();
                AudioDecoder decoder = codec.newDecoder()) {
            for (int frame = 0; frame < 25; frame++) {
                int length = encoder.encode(tone(codec, 200, frame), encoded, 0);
                decoder.decode(encoded, 0, length, pcm);
            }
            assertThat(decoder.conceal(pcm)).isEqualTo(160);
            assertThat(loudness(pcm, 160)).isGreaterThan(2500);
            for (int i = 0; i < 10; i++) {
                decoder.conceal(pcm);
            }
            assertThat(loudness(pcm, 160)).isLessThan(1500);
        }
    }

    @Test
    void recoversALostFrameFromTheNextOne() {
        Codec codec = Codec.opus(16_000);
        short[] recovered = new short[codec.samplesPerFrame()];
        short[] concealed = new short[codec.samplesPerFrame()];
        byte[][] packets = new byte[30][];
        short[][] spoken = new short[30][];
        OpusSettings lossy = new OpusSettings(32_000, 5, 30, false);
        try (AudioEncoder encoder = codec.newEncoder(lossy)) {
            for (int i = 0; i < 30; i++) {
                // The pitch changes with the lost frame, so that it cannot be guessed.
                spoken[i] = tone(codec, i < 25 ? 150 : 330, i);
                packets[i] = Arrays.copyOf(encoded, encoder.encode(spoken[i], encoded, 0));
            }
        }
        try (AudioDecoder one = codec.newDecoder();
                AudioDecoder other = codec.newDecoder()) {
            for (int i = 0; i < 26; i++) {
                one.decode(packets[i], 0, packets[i].length, pcm);
                other.decode(packets[i], 0, packets[i].length, pcm);
            }
            assertThat(one.recover(packets[27], 0, packets[27].length, recovered)).isEqualTo(320);
            other.conceal(concealed);
        }
        assertThat(recovered).isNotEqualTo(concealed);
        assertThat(loudness(recovered, 320)).isGreaterThan(2000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void survivesAnyPayload(long seed) {
        Random random = new Random(seed);
        for (AudioCodec name : AudioCodec.values()) {
            Codec codec = Codec.of(name, 16_000);
            try (AudioDecoder decoder = codec.newDecoder()) {
                for (int i = 0; i < 2000; i++) {
                    byte[] payload = new byte[random.nextInt(200)];
                    random.nextBytes(payload);
                    int samples = decoder.decode(payload, 0, payload.length, pcm);
                    assertThat(samples).isBetween(0, codec.samplesPerPacketAtMost());
                    assertThat(decoder.recover(payload, 0, payload.length, pcm))
                            .isEqualTo(codec.samplesPerFrame());
                }
            }
        }
    }

    @Test
    void refusesPayloadsThatWouldSoundTooLong() {
        try (AudioDecoder decoder = Codec.PCMA.newDecoder()) {
            assertThat(decoder.decode(new byte[961], 0, 961, pcm)).isZero();
            assertThat(decoder.decode(new byte[960], 0, 960, pcm)).isEqualTo(960);
        }
        // 48 frames of 2.5 ms are 120 ms, the most; 49 are too many.
        assertThat(OPUS_8.ticks(new byte[] {(byte) 0x83, 48}, 0, 2)).isEqualTo(5760);
        assertThat(OPUS_8.ticks(new byte[] {(byte) 0x83, 49}, 0, 2)).isZero();
        assertThat(OPUS_8.ticks(new byte[0], 0, 0)).isZero();
    }

    @Test
    void knowsTheDurationOfEveryKindOfOpusPacket() {
        int[] expected = {480, 960, 1920, 2880, 480, 960, 120, 240, 480, 960};
        int[] configurations = {0, 1, 2, 3, 12, 13, 16, 17, 18, 19};
        for (int i = 0; i < expected.length; i++) {
            byte[] one = {(byte) (configurations[i] << 3)};
            byte[] two = {(byte) ((configurations[i] << 3) | 1)};
            assertThat(OPUS_8.ticks(one, 0, 1)).isEqualTo(expected[i]);
            assertThat(OPUS_8.ticks(two, 0, 1)).isEqualTo(2 * expected[i]);
        }
    }

    @Test
    void takesTheShortestOpusPacketsForSilence() {
        assertThat(OPUS_8.isQuiet(encoded, 0, 1)).isTrue();
        assertThat(OPUS_8.isQuiet(encoded, 0, 3)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = AudioCodec.class,
            names = {"PCMA", "PCMU"})
    void takesFaintCompandedSoundForQuiet(AudioCodec name) {
        Codec codec = Codec.of(name, 8000);
        short[] spoken = new short[160];
        try (AudioEncoder encoder = codec.newEncoder()) {
            spoken[7] = -200;
            assertThat(codec.isQuiet(encoded, 3, encoder.encode(spoken, encoded, 3))).isTrue();
            spoken[159] = 1000;
            assertThat(codec.isQuiet(encoded, 3, encoder.encode(spoken, encoded, 3))).isFalse();
        }
    }

    @Test
    void sendsNextToNothingInSilenceWhereThatIsWanted() {
        OpusSettings settings = new OpusSettings(32_000, 5, 0, true);
        int shortest = AudioEncoder.MAXIMAL_FRAME_LENGTH;
        try (AudioEncoder encoder = Codec.opus(16_000).newEncoder(settings)) {
            for (int i = 0; i < 50; i++) {
                shortest = Math.min(shortest, encoder.encode(new short[320], encoded, 0));
            }
        }
        assertThat(shortest).isLessThanOrEqualTo(2);
    }

    @Test
    void saysSoWhenItIsUsedAfterItsEnd() {
        AudioEncoder encoder = OPUS_8.newEncoder();
        AudioDecoder decoder = OPUS_8.newDecoder();
        encoder.close();
        encoder.close();
        decoder.close();
        decoder.close();
        assertThatThrownBy(() -> encoder.encode(pcm, encoded, 0))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> decoder.decode(encoded, 0, 1, pcm))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> decoder.conceal(pcm)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void runsOnlyAtRatesTheCodecHas() {
        assertThatThrownBy(() -> new Codec(AudioCodec.PCMA, 16_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Codec.opus(44_100)).isInstanceOf(IllegalArgumentException.class);
    }
}
