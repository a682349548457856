package org.sonnerie.media.importer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.sonnerie.media.api.ImportRefusedException;
import org.sonnerie.media.api.ImportRefusedException.Why;
import org.sonnerie.media.api.ImportedSound;
import org.sonnerie.media.api.SoundImporter;
import org.sonnerie.media.audio.Loudness;
import org.sonnerie.media.codec.AudioEncoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.codec.OpusSettings;
import org.sonnerie.media.ogg.OggOpusWriter;

/** Reads by the JDK's own readers, measures loudness by ITU-R BS.1770, encodes Opus at 48 kHz. */
public final class SoundImport implements SoundImporter {
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration SHORTEST_WORD = Duration.ofMillis(100);
    private static final int RATE_HZ = Loudness.SAMPLE_RATE_HZ;
    private static final int MOST_CHANNELS = 8;
    private static final int FRAMES_AT_ONCE = 4_096;
    private static final int LOWEST_RATE_HZ = 6_000;
    private static final int HIGHEST_RATE_HZ = 192_000;
    private static final float FULL_SCALE = 32_768;

    /** As the built-in prompts (ITU-R BS.1770). */
    private static final double TARGET_LUFS = -19;

    private static final double QUIETEST_LUFS = -60;

    /** Minus 1 dBFS. */
    private static final double HIGHEST_PEAK = 0.891;

    private static final OpusSettings SETTINGS = new OpusSettings(32_000, 10, 10, false);

    @Override
    public ImportedSound read(byte[] file) throws ImportRefusedException {
        return read(file, SHORTEST);
    }

    @Override
    public ImportedSound readWord(byte[] file) throws ImportRefusedException {
        return read(file, SHORTEST_WORD);
    }

    private static ImportedSound read(byte[] file, Duration shortest)
            throws ImportRefusedException {
        short[] samples = levelled(decode(file, shortest));
        return new ImportedSound(
                encode(samples), Duration.ofMillis(samples.length * 1_000L / RATE_HZ));
    }

    private static float[] decode(byte[] file, Duration shortest) throws ImportRefusedException {
        try (AudioInputStream given =
                AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            AudioFormat format = given.getFormat();
            int channels = format.getChannels();
            float rate = format.getSampleRate();
            if (channels < 1
                    || channels > MOST_CHANNELS
                    || rate < LOWEST_RATE_HZ
                    || rate > HIGHEST_RATE_HZ) {
                throw new ImportRefusedException(Why.UNKNOWN_FORMAT, null);
            }
            AudioFormat plain = new AudioFormat(rate, 16, channels, true, false);
            try (AudioInputStream pcm = AudioSystem.getAudioInputStream(plain, given)) {
                float[] mono = mono(pcm, channels, Math.round(rate));
                if (mono.length < shortest.toMillis() * rate / 1_000) {
                    throw new ImportRefusedException(Why.TOO_SHORT, null);
                }
                return WindowedSinc.resample(mono, Math.round(rate), RATE_HZ);
            }
        } catch (UnsupportedAudioFileException | IOException | IllegalArgumentException e) {
            throw new ImportRefusedException(Why.UNKNOWN_FORMAT, e);
        }
    }

    private static float[] mono(AudioInputStream pcm, int channels, int rate)
            throws IOException, ImportRefusedException {
        int frame = Short.BYTES * channels;
        int most = Math.toIntExact(LONGEST.toSeconds() * rate * frame);
        byte[] octets = wholeFrames(pcm, most + frame);
        if (octets.length > most) {
            throw new ImportRefusedException(Why.TOO_LONG, null);
        }
        ByteBuffer values = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        float[] mono = new float[octets.length / frame];
        for (int i = 0; i < mono.length; i++) {
            float sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += values.getShort();
            }
            mono[i] = sum / channels;
        }
        return mono;
    }

    /**
     * All of a stream, up to so many octets. A stream of frames answers a wish for less than one
     * with nothing, again and again: {@link AudioInputStream#readNBytes} would never end.
     */
    private static byte[] wholeFrames(AudioInputStream pcm, int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[pcm.getFormat().getFrameSize() * FRAMES_AT_ONCE];
        int wanted = Math.min(part.length, most);
        int got = pcm.read(part, 0, wanted);
        while (got > 0) {
            all.write(part, 0, got);
            wanted = Math.min(part.length, most - all.size());
            got = wanted == 0 ? 0 : pcm.read(part, 0, wanted);
        }
        return all.toByteArray();
    }

    /** As loud as the built-in prompts, but for a sound whose peaks would then be cut. */
    private static short[] levelled(float[] samples) throws ImportRefusedException {
        double lufs = Loudness.lufs(measurable(rounded(samples, 1)));
        if (!(lufs > QUIETEST_LUFS)) {
            throw new ImportRefusedException(Why.SILENT, null);
        }
        float peak = 1;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        double gain = Math.pow(10, (TARGET_LUFS - lufs) / 20);
        return rounded(samples, Math.min(gain, HIGHEST_PEAK * FULL_SCALE / peak));
    }

    /** Loudness is of half a second at least: a word is as loud as it is said again and again. */
    private static short[] measurable(short[] sound) {
        int least = (int) (SHORTEST.toMillis() * RATE_HZ / 1_000);
        if (sound.length >= least) {
            return sound;
        }
        short[] repeated = new short[least];
        for (int i = 0; i < least; i++) {
            repeated[i] = sound[i % sound.length];
        }
        return repeated;
    }

    private static short[] rounded(float[] samples, double gain) {
        short[] rounded = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            long value = Math.round(samples[i] * gain);
            rounded[i] = (short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return rounded;
    }

    private static byte[] encode(short[] samples) {
        Codec codec = Codec.opus(RATE_HZ);
        OggOpusWriter ogg =
                new OggOpusWriter(
                        ThreadLocalRandom.current().nextInt(),
                        AudioEncoder.OPUS_LOOKAHEAD_SAMPLES,
                        RATE_HZ);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        short[] frame = new short[codec.samplesPerFrame()];
        byte[] room = new byte[AudioEncoder.MAXIMAL_FRAME_LENGTH];
        try (AudioEncoder encoder = codec.newEncoder(SETTINGS)) {
            for (int from = 0; from < samples.length; from += frame.length) {
                fill(frame, samples, from);
                ogg.packet(packet(encoder, frame, room));
                file.writeBytes(ogg.take());
            }
            fill(frame, samples, samples.length);
            ogg.end(packet(encoder, frame, room), samples.length);
            file.writeBytes(ogg.take());
        }
        return file.toByteArray();
    }

    private static void fill(short[] frame, short[] samples, int from) {
        int there = Math.clamp(samples.length - from, 0, frame.length);
        System.arraycopy(samples, Math.min(from, samples.length), frame, 0, there);
        Arrays.fill(frame, there, frame.length, (short) 0);
    }

    private static byte[] packet(AudioEncoder encoder, short[] frame, byte[] room) {
        byte[] packet = new byte[encoder.encode(frame, room, 0)];
        System.arraycopy(room, 0, packet, 0, packet.length);
        return packet;
    }
}
