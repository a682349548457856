package org.sonnerie.media.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.media.api.DamagedSoundException;
import org.sonnerie.media.api.ExportedSound;
import org.sonnerie.media.api.RecordingEnd;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.fake.Chirps;
import org.sonnerie.media.fake.Likeness;
import org.sonnerie.media.fake.PlaceKeys;
import org.sonnerie.media.recorder.CallRecording;
import org.sonnerie.media.sealing.SealedFiles;

class WavExportTest {
    private static final int RATE_HZ = 16_000;
    private static final int FRAME = Frames.samples(RATE_HZ);
    private static final int SECONDS = 6;
    private static final int HEADER = 44;

    private final short[] left = Chirps.samples(31, RATE_HZ, SECONDS);
    private final short[] right = Chirps.samples(32, RATE_HZ, SECONDS);

    private SealedFiles files = PlaceKeys.inClear();

    @TempDir private Path folder;

    private Path recorded(int channels) {
        Path file = folder.resolve(channels + ".opus");
        CompletableFuture<Duration> written = new CompletableFuture<>();
        CallRecording recording =
                CallRecording.begin(
                        new CallRecording.Terms(
                                "recording=r", file, channels, Duration.ofHours(1), 9),
                        Thread::startVirtualThread,
                        (length, _) -> written.complete(length),
                        files);
        for (int i = 0; i < SECONDS * Frames.PER_SECOND; i++) {
            short[] frame = new short[channels * FRAME];
            System.arraycopy(left, i * FRAME, frame, 0, FRAME);
            if (channels == 2) {
                System.arraycopy(right, i * FRAME, frame, FRAME, FRAME);
            }
            recording.take(frame, i);
        }
        recording.end(RecordingEnd.STOPPED);
        assertThat(written.join()).isEqualTo(Duration.ofSeconds(SECONDS));
        return file;
    }

    private static byte[] all(ExportedSound sound) throws IOException {
        try (InputStream in = sound.open()) {
            return in.readAllBytes();
        }
    }

    private static short[] channel(byte[] wav, int channel, int channels) {
        short[] samples = new short[(wav.length - HEADER) / 2 / channels];
        ByteBuffer octets = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = octets.getShort(HEADER + 2 * (channels * i + channel));
        }
        return samples;
    }

    private static Likeness.Match match(short[] heard, int second, short[] said) {
        int from = second * RATE_HZ + 800;
        return Likeness.find(heard, from, RATE_HZ / 2, said, from - 300, from + 300);
    }

    @Test
    void bothSidesOfACallAreLeftAndRightInTime() throws IOException {
        ExportedSound sound = new WavExport(files).wav(recorded(2));
        byte[] wav = all(sound);

        assertThat(wav).hasSize(HEADER + SECONDS * RATE_HZ * 4);
        assertThat(sound.octets()).isEqualTo(wav.length);
        for (int second = 0; second < SECONDS; second++) {
            int at = second * RATE_HZ + 800;
            Likeness.Match ofLeft = match(channel(wav, 0, 2), second, left);
            Likeness.Match ofRight = match(channel(wav, 1, 2), second, right);
            assertThat(ofLeft.correlation()).isGreaterThan(0.9);
            assertThat(ofLeft.lag() - at).isBetween(-2, 2);
            assertThat(ofRight.correlation()).isGreaterThan(0.9);
            assertThat(ofRight.lag() - at).isBetween(-2, 2);
            assertThat(match(channel(wav, 0, 2), second, right).correlation()).isLessThan(0.5);
        }
    }

    /** The platform's own reader agrees with the header. */
    @Test
    void othersReadIt() throws IOException, UnsupportedAudioFileException {
        ExportedSound sound = new WavExport(files).wav(recorded(2));
        try (AudioInputStream read =
                AudioSystem.getAudioInputStream(new BufferedInputStream(sound.open()))) {
            assertThat(read.getFormat().getChannels()).isEqualTo(2);
            assertThat(read.getFormat().getSampleRate()).isEqualTo(RATE_HZ);
            assertThat(read.getFormat().getSampleSizeInBits()).isEqualTo(16);
            assertThat(read.getFrameLength()).isEqualTo(SECONDS * RATE_HZ);
            assertThat(read.readAllBytes()).hasSize(SECONDS * RATE_HZ * 4);
        }
    }

    @Test
    void aConferenceHasOneChannel() throws IOException {
        byte[] wav = all(new WavExport(files).wav(recorded(1)));

        assertThat(wav).hasSize(HEADER + SECONDS * RATE_HZ * 2);
        assertThat(match(channel(wav, 0, 1), 2, left).correlation()).isGreaterThan(0.9);
    }

    /** After a crash. */
    @Test
    void ofAFileThatWasCutOffThereIsWhatIsWhole() throws IOException {
        Path file = recorded(2);
        byte[] octets = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(octets, octets.length / 2));

        ExportedSound sound = new WavExport(files).wav(file);
        byte[] wav = all(sound);

        assertThat(wav).hasSize((int) sound.octets());
        assertThat(wav.length).isBetween(HEADER + 19 * RATE_HZ * 4 / 10, HEADER + 4 * RATE_HZ * 4);
        assertThat(match(channel(wav, 1, 2), 1, right).correlation()).isGreaterThan(0.9);
    }

    @Test
    void whatIsDamagedBetweenTheLooksStillHasTheSizeItWasSaidToHave() throws IOException {
        Path file = recorded(2);
        ExportedSound sound = new WavExport(files).wav(file);
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length / 2] ^= 1;
        Files.write(file, octets);

        assertThat(all(sound)).hasSize((int) sound.octets());
    }

    @Test
    void skippingComesToTheSameSound() throws IOException {
        ExportedSound sound = new WavExport(files).wav(recorded(2));
        byte[] wav = all(sound);
        try (InputStream in = sound.open()) {
            in.skipNBytes(100_001);
            assertThat(in.readNBytes(1_000)).isEqualTo(Arrays.copyOfRange(wav, 100_001, 101_001));
        }
    }

    @Test
    void whatIsNoRecordingIsNone() throws IOException {
        Path file = Files.write(folder.resolve("x"), new byte[5_000]);
        assertThatThrownBy(() -> new WavExport(files).wav(file)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new WavExport(files).wav(folder.resolve("none")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatIsSealedIsExportedToo() throws IOException {
        byte[] clear = all(new WavExport(files).wav(recorded(2)));
        files = new SealedFiles(new PlaceKeys("key"));
        Files.delete(folder.resolve("2.opus"));

        Path file = recorded(2);

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("OggS");
        assertThat(all(new WavExport(files).wav(file))).isEqualTo(clear);
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length / 2] ^= 1;
        Files.write(file, octets);
        assertThatThrownBy(() -> new WavExport(files).wav(file))
                .isInstanceOf(DamagedSoundException.class);
    }
}
