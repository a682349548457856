package org.sonnerie.media.endpoint;

import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.audio.Resampler;
import org.sonnerie.media.codec.AudioEncoder;
import org.sonnerie.media.codec.Codec;

/** One continuous encoding of a room's mix. Owned by one media thread. */
final class MixEncoder implements AutoCloseable {
    private final AudioCodec codec;
    private final AudioEncoder encoder;
    private final @Nullable Resampler halving;
    private final short[] narrow = new short[Frames.samples(Room.SAMPLE_RATE_HZ)];
    private final byte[] payload = new byte[AudioEncoder.MAXIMAL_FRAME_LENGTH];
    private int length;
    private long encodedTick = Long.MIN_VALUE;

    MixEncoder(AudioCodec codec) {
        this.codec = codec;
        this.encoder = Codec.of(codec, Room.SAMPLE_RATE_HZ).newEncoder();
        this.halving =
                encoder.codec().sampleRateHz() == Room.SAMPLE_RATE_HZ ? null : Resampler.halving();
    }

    AudioCodec codec() {
        return codec;
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
