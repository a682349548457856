package org.sonnerie.media.endpoint;

import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.audio.DtmfDetector;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.audio.KeyTones;
import org.sonnerie.media.codec.AudioEncoder;
import org.sonnerie.media.codec.Codec;

/** Keys as tones in the codec of an endpoint. Owned by one media thread. */
final class ToneKeySender implements AutoCloseable {
    private final KeyTones tones = new KeyTones();
    private final short[] pcm = new short[Frames.samples(DtmfDetector.SAMPLE_RATE_HZ)];
    private @Nullable AudioEncoder encoder;

    void add(String digits) {
        tones.add(digits);
    }

    boolean active() {
        return tones.active();
    }

    /** Writes the next 20 ms at the start of the payload; 0: it is over. */
    int next(AudioCodec codec, byte[] payload) {
        if (!tones.next(pcm)) {
            return 0;
        }
        AudioEncoder present = encoder;
        if (present == null || present.codec().name() != codec) {
            close();
            present = Codec.of(codec, DtmfDetector.SAMPLE_RATE_HZ).newEncoder();
            encoder = present;
        }
        return present.encode(pcm, payload, 0);
    }

    @Override
    public void close() {
        AudioEncoder present = encoder;
        if (present != null) {
            present.close();
            encoder = null;
        }
    }
}
