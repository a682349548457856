package org.sonnerie.media.recorder;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.codec.AudioEncoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.codec.OpusSettings;
import org.sonnerie.media.ogg.OggOpusWriter;
import org.sonnerie.media.ogg.TwoStreams;

/**
 * A call as an Ogg Opus file of one or two channels: PCM -> Opus, each channel by itself -> Ogg ->
 * store. Runs with the clock: silence is stored like everything else. Owned by one thread.
 */
final class CallRecordingFile implements SoundFile {
    private static final int SAMPLES_PER_FRAME = 960;
    private static final int SAMPLES_PER_MILLI = 48;
    private static final int FRAME = Frames.samples(Recording.SAMPLE_RATE_HZ);

    private final PageStore store;
    private final OggOpusWriter pages;
    private final List<AudioEncoder> encoders;
    private final byte[] encoded = new byte[AudioEncoder.MAXIMAL_FRAME_LENGTH];
    private long frames;
    private long storedFrames;

    CallRecordingFile(PageStore store, int serial, int channels) throws IOException {
        Codec codec = Codec.opus(Recording.SAMPLE_RATE_HZ);
        this.store = store;
        this.pages =
                new OggOpusWriter(
                        serial,
                        AudioEncoder.OPUS_LOOKAHEAD_SAMPLES,
                        codec.sampleRateHz(),
                        channels);
        store.append(pages.take());
        this.encoders =
                IntStream.range(0, channels)
                        .mapToObj(_ -> codec.newEncoder(OpusSettings.STORED_VOICE))
                        .toList();
    }

    @Override
    public void add(short[] pcm, boolean voice) throws IOException {
        pages.packet(encode(pcm));
        frames++;
        force();
    }

    private byte[] encode(short[] pcm) {
        byte[] first = encode(pcm, 0);
        return encoders.size() == 1 ? first : TwoStreams.join(first, encode(pcm, 1));
    }

    private byte[] encode(short[] pcm, int channel) {
        short[] one = Arrays.copyOfRange(pcm, channel * FRAME, (channel + 1) * FRAME);
        return Arrays.copyOf(encoded, encoders.get(channel).encode(one, encoded, 0));
    }

    private void force() throws IOException {
        byte[] made = pages.take();
        if (made.length > 0) {
            store.append(made);
            storedFrames = frames;
        }
    }

    @Override
    public void end() throws IOException {
        // The encoder is late: the last samples come with the packet after theirs.
        pages.end(encode(new short[encoders.size() * FRAME]), frames * SAMPLES_PER_FRAME);
        force();
    }

    @Override
    public Duration length() {
        return Duration.ofMillis(storedFrames * SAMPLES_PER_FRAME / SAMPLES_PER_MILLI);
    }

    @Override
    public void close() {
        encoders.forEach(AudioEncoder::close);
    }

    @Override
    public String toString() {
        return encoders.size() + " x " + encoders.getFirst().codec() + " -> Ogg -> " + store;
    }
}
