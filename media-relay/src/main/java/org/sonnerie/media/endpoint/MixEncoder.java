package org.sonnerie.media.endpoint;

import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.audio.Resampler;
import org.sonnerie.media.codec.AudioEncoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.codec.OpusSettings;

/** One continuous encoding of a room's mix. Owned by one media thread. */
final class MixEncoder implements AutoCloseable {
    private final AudioCodec codec;
    private final OpusSettings settings;
    private final AudioEncoder encoder;
    private final @Nullable Resampler halving;
    private final short[] narrow = new short[Frames.samples(Room.SAMPLE_RATE_HZ)];
    private final byte[] payload = new byte[AudioEncoder.MAXIMAL_FRAME_LENGTH];
    private int length;
    private long encodedTick = Long.MIN_VALUE;

    MixEncoder(AudioCodec codec, OpusSettings settings) {
        this.codec = codec;
        this.settings = settings;
        this.encoder = Codec.of(codec, Room.SAMPLE_RATE_HZ).newEncoder(settings);
        this.halving =
                encoder.codec().sampleRateHz() == Room.SAMPLE_RATE_HZ ? null : Resampler.halving();
    }

    /** Whether it encodes so. */
    boolean suits(AudioCodec wanted, OpusSettings wantedSettings) {
        return codec == wanted && settings.equals(wantedSettings);
    }

    /** Whether this tick's mix is encoded already. */
    boolean doneAt(Moment moment) {
        return encodedTick == moment.tick();
    }

    /** Encodes this tick's mix. */
    void encode(short[] mix, Moment moment) {
        short[] pcm = mix;
        if (halving != null) {
            halving.process(mix, Frames.samples(Room.SAMPLE_RATE_HZ), narrow);
            pcm = narrow;
        }
        length = encoder.encode(pcm, payload, 0);
        encodedTick = moment.tick();
    }

    byte[] payload() {
        return payload;
    }

    int length() {
        return length;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
