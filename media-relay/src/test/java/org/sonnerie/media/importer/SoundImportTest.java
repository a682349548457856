package org.sonnerie.media.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonnerie.media.api.ImportRefusedException;
import org.sonnerie.media.api.ImportRefusedException.Why;
import org.sonnerie.media.api.ImportedSound;
import org.sonnerie.media.audio.Loudness;
import org.sonnerie.media.codec.AudioDecoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.ogg.OggOpus;

class SoundImportTest {
    private static final int RATE_HZ = 48_000;
    private static final double SECONDS = 3;

    /** A voice-like chirp, 300 to 1,500 Hz, at a quarter of full scale. */
    private static double chirp(double second) {
        return 0.25 * Math.sin(2 * Math.PI * (300 * second + 200 * second * second));
    }

    private static byte[] sound(AudioFormat format, double seconds, double gain) {
        int frames = (int) (seconds * format.getSampleRate());
        int octets = format.getSampleSizeInBits() / 8;
        ByteBuffer data = ByteBuffer.allocate(frames * format.getFrameSize());
        data.order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames; i++) {
            long value =
                    Math.round(gain * chirp(i / format.getSampleRate()) * (1L << (8 * octets - 1)));
            for (int channel = 0; channel < format.getChannels(); channel++) {
                for (int octet = 0; octet < octets; octet++) {
                    int shift = format.isBigEndian() ? octets - 1 - octet : octet;
                    data.put((byte) (value >> (8 * shift)));
                }
            }
        }
        return data.array();
    }

    private static byte[] file(AudioFormat format, byte[] data, AudioFileFormat.Type type) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (AudioInputStream in =
                new AudioInputStream(
                        new ByteArrayInputStream(data),
                        format,
                        data.length / format.getFrameSize())) {
            AudioSystem.write(in, type, file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file.toByteArray();
    }

    private static byte[] wav(double seconds, double gain) {
        AudioFormat format = new AudioFormat(16_000, 16, 1, true, false);
        return file(format, sound(format, seconds, gain), AudioFileFormat.Type.WAVE);
    }

    /** What is heard of it: the pre-skip is gone. */
    private static short[] heard(ImportedSound imported) {
        OggOpus file = OggOpus.read(imported.oggOpus()).orElseThrow();
        Codec codec = Codec.opus(RATE_HZ);
        short[] all = new short[file.packets().size() * codec.samplesPerFrame()];
        short[] frame = new short[codec.samplesPerPacketAtMost()];
        int filled = 0;
        try (AudioDecoder decoder = codec.newDecoder()) {
            for (byte[] packet : file.packets()) {
                int made = decoder.decode(packet, 0, packet.length, frame);
                System.arraycopy(frame, 0, all, filled, made);
                filled += made;
            }
        }
        return Arrays.copyOfRange(
                all, file.preSkip(), file.preSkip() + Math.toIntExact(file.samples()));
    }

    /** How alike the sound and the chirp are, 1 for the same, half a millisecond apart at most. */
    private static double alike(short[] heard) {
        double most = -1;
        for (int late = -24; late <= 24; late++) {
            most = Math.max(most, alike(heard, late));
        }
        return most;
    }

    private static double alike(short[] heard, int late) {
        double both = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < heard.length; i++) {
            double expected = chirp((double) (i - late) / RATE_HZ);
            both += expected * heard[i];
            one += expected * expected;
            other += (double) heard[i] * heard[i];
        }
        return both / Math.sqrt(one * other);
    }

    @ParameterizedTest
    @CsvSource({
        "8000, 16, 1, false",
        "11025, 16, 1, false",
        "16000, 8, 2, true",
        "44100, 24, 2, false",
        "48000, 16, 1, true",
        "96000, 16, 2, false"
    })
    void whateverTheRateTheSoundIsTheSame(float rate, int bits, int channels, boolean aiff)
            throws ImportRefusedException {
        AudioFormat format = new AudioFormat(rate, bits, channels, true, aiff);
        AudioFileFormat.Type type = aiff ? AudioFileFormat.Type.AIFF : AudioFileFormat.Type.WAVE;
        byte[] data = sound(format, SECONDS, 1);
        ImportedSound imported = new SoundImport().read(file(format, data, type));

        assertThat(imported.length()).isCloseTo(Duration.ofSeconds(3), Duration.ofMillis(2));
        short[] heard = heard(imported);
        assertThat(heard.length).isCloseTo((int) (SECONDS * RATE_HZ), within(100));
        assertThat(alike(heard)).isGreaterThan(0.97);
        assertThat(Loudness.lufs(heard)).isCloseTo(-19, within(0.7));
    }

    @Test
    void telephoneSoundIsRead() throws ImportRefusedException {
        AudioFormat law = new AudioFormat(AudioFormat.Encoding.ULAW, 8_000, 8, 1, 1, 8_000, false);
        AudioFormat plain = new AudioFormat(8_000, 16, 1, true, false);
        byte[] data = sound(plain, SECONDS, 1);
        AudioInputStream in =
                new AudioInputStream(
                        new ByteArrayInputStream(data), plain, data.length / plain.getFrameSize());
        byte[] coded;
        try (AudioInputStream converted = AudioSystem.getAudioInputStream(law, in)) {
            coded = converted.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(
                        alike(
                                heard(
                                        new SoundImport()
                                                .read(
                                                        file(
                                                                law,
                                                                coded,
                                                                AudioFileFormat.Type.WAVE)))))
                .isGreaterThan(0.97);
    }

    @Test
    void aQuietSoundAndALoudOneAreAsLoudAsEachOther() throws ImportRefusedException {
        assertThat(Loudness.lufs(heard(new SoundImport().read(wav(SECONDS, 0.01)))))
                .isCloseTo(
                        Loudness.lufs(heard(new SoundImport().read(wav(SECONDS, 3)))), within(0.5));
    }

    @Test
    void whatCannotBeUsedIsRefusedWithAReason() {
        refuses("not a sound".getBytes(StandardCharsets.UTF_8), Why.UNKNOWN_FORMAT);
        refuses(new byte[0], Why.UNKNOWN_FORMAT);
        refuses(wav(0.3, 1), Why.TOO_SHORT);
        refuses(wav(SECONDS, 0), Why.SILENT);
        refuses(wav(601, 1), Why.TOO_LONG);
        byte[] cut = Arrays.copyOf(wav(SECONDS, 1), 30);
        refuses(cut, Why.UNKNOWN_FORMAT);
    }

    @Test
    void aFileThatWasCutOffIsTakenAsFarAsItGoes() throws ImportRefusedException {
        byte[] cut = Arrays.copyOf(wav(SECONDS, 1), 44 + 2 * 16_000);
        assertThat(new SoundImport().read(cut).length()).isEqualTo(Duration.ofSeconds(1));
    }

    private static void refuses(byte[] file, Why why) {
        assertThatThrownBy(() -> new SoundImport().read(file))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
