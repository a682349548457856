package org.sonnerie.media.codec;

import org.jitsi.impl.neomedia.codec.audio.opus.Opus;
import org.sonnerie.media.audio.LossGuard;

/** Opus by libjitsi's native library: mono out, whatever comes in. */
final class OpusDecoder implements AudioDecoder {
    private final Codec codec;
    private final byte[] octets;
    private final LossGuard guard = new LossGuard();
    private long handle;

    OpusDecoder(Codec codec) {
        this.codec = codec;
        this.octets = new byte[2 * codec.samplesPerPacketAtMost()];
        this.handle = Opus.decoder_create(codec.sampleRateHz(), 1);
        if (handle == 0) {
            throw new IllegalStateException("no Opus decoder at " + codec.sampleRateHz() + " Hz");
        }
    }

    @Override
    public Codec codec() {
        return codec;
    }

    @Override
    public int decode(byte[] in, int offset, int length, short[] pcm) {
        requireOpen();
        // The native code does not tell a bad packet from a long one: measure it first.
        if (OpusToc.ticks(in, offset, length) == 0) {
            return 0;
        }
        int room = codec.samplesPerPacketAtMost();
        int samples = Opus.decode(handle, in, offset, length, octets, 0, room, 0);
        return toSamples(samples, pcm);
    }

    @Override
    public int conceal(short[] pcm) {
        requireOpen();
        guard.lost();
        int room = codec.samplesPerFrame();
        int samples = Opus.decode(handle, null, 0, 0, octets, 0, room, 0);
        return wholeFrame(toSamples(samples, pcm), pcm);
    }

    @Override
    public int recover(byte[] next, int offset, int length, short[] pcm) {
        requireOpen();
        if (OpusToc.ticks(next, offset, length) == 0) {
            return conceal(pcm);
        }
        guard.lost();
        int room = codec.samplesPerFrame();
        int samples = Opus.decode(handle, next, offset, length, octets, 0, room, 1);
        return wholeFrame(toSamples(samples, pcm), pcm);
    }

    private int toSamples(int samples, short[] pcm) {
        if (samples <= 0) {
            return 0;
        }
        LittleEndian.toSamples(octets, pcm, samples);
        guard.hold(pcm, samples);
        return samples;
    }

    /** Whoever asks for a made-up frame always gets one, silence at worst. */
    private int wholeFrame(int samples, short[] pcm) {
        for (int i = samples; i < codec.samplesPerFrame(); i++) {
            pcm[i] = 0;
        }
        return codec.samplesPerFrame();
    }

    /** A handle of 0 would end the whole process in native code. */
    private void requireOpen() {
        if (handle == 0) {
            throw new IllegalStateException("the decoder is closed");
        }
    }

    @Override
    public void close() {
        if (handle != 0) {
            Opus.decoder_destroy(handle);
            handle = 0;
        }
    }
}
