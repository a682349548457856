package org.sonnerie.media.recorder;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.codec.AudioEncoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.codec.OpusSettings;
import org.sonnerie.media.ogg.OggOpusWriter;

/**
 * A voice as an Ogg Opus file: PCM -> Opus -> Ogg -> store. What is silent waits in memory until
 * somebody talks again, so that the silence at the end never gets there. Does not close the store.
 * Owned by one thread.
 */
final class RecordingFile implements SoundFile {
    /** A longer silence is stored as it comes: a recording must not live in memory alone. */
    static final int MOST_WAITING = 60 * Frames.PER_SECOND;

    private static final int SAMPLES_PER_FRAME = 960;
    private static final int SAMPLES_PER_MILLI = 48;

    private final PageStore store;
    private final OggOpusWriter pages;
    private final AudioEncoder encoder;
    private final byte[] encoded = new byte[AudioEncoder.MAXIMAL_FRAME_LENGTH];
    private final Deque<byte[]> silent = new ArrayDeque<>();
    private long frames;
    private long storedFrames;

    RecordingFile(PageStore store, int serial) throws IOException {
        Codec codec = Codec.opus(Recording.SAMPLE_RATE_HZ);
        this.store = store;
        this.pages =
                new OggOpusWriter(
                        serial, AudioEncoder.OPUS_LOOKAHEAD_SAMPLES, codec.sampleRateHz());
        store.append(pages.take());
        this.encoder = codec.newEncoder(OpusSettings.STORED_VOICE);
    }

    @Override
    public void add(short[] pcm, boolean voice) throws IOException {
        silent.add(encode(pcm));
        while (!silent.isEmpty() && (voice || silent.size() > MOST_WAITING)) {
            pages.packet(silent.removeFirst());
            frames++;
            force();
        }
    }

    private byte[] encode(short[] pcm) {
        return Arrays.copyOf(encoded, encoder.encode(pcm, encoded, 0));
    }

    private void force() throws IOException {
        byte[] made = pages.take();
        if (made.length > 0) {
            store.append(made);
            storedFrames = frames;
        }
    }

    /** Leaves the silence at the end out and completes the file. */
    @Override
    public void end() throws IOException {
        // The encoder is late: the last samples come with the packet after theirs.
        byte[] tail = silent.pollFirst();
        if (tail == null) {
            tail = encode(new short[Frames.samples(Recording.SAMPLE_RATE_HZ)]);
        }
        pages.end(tail, frames * SAMPLES_PER_FRAME);
        force();
    }

    @Override
    public Duration length() {
        return Duration.ofMillis(storedFrames * SAMPLES_PER_FRAME / SAMPLES_PER_MILLI);
    }

    @Override
    public void close() {
        encoder.close();
    }

    @Override
    public String toString() {
        return encoder.codec() + " -> Ogg -> " + store;
    }
}
