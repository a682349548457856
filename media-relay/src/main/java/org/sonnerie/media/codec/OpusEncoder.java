package org.sonnerie.media.codec;

import org.jitsi.impl.neomedia.codec.audio.opus.Opus;

/** Opus by libjitsi's native library: mono, 20 ms, application VOIP. */
final class OpusEncoder implements AudioEncoder {
    private final Codec codec;
    private final byte[] octets;
    private long handle;

    OpusEncoder(Codec codec, OpusSettings settings) {
        this.codec = codec;
        this.octets = new byte[2 * codec.samplesPerFrame()];
        this.handle = Opus.encoder_create(codec.sampleRateHz(), 1);
        if (handle == 0) {
            throw new IllegalStateException("no Opus encoder at " + codec.sampleRateHz() + " Hz");
        }
        Opus.encoder_set_bitrate(handle, settings.bitsPerSecond());
        Opus.encoder_set_complexity(handle, settings.complexity());
        Opus.encoder_set_inband_fec(handle, settings.expectedLossPercent() > 0 ? 1 : 0);
        Opus.encoder_set_packet_loss_perc(handle, settings.expectedLossPercent());
        Opus.encoder_set_dtx(handle, settings.silenceSuppression() ? 1 : 0);
    }

    @Override
    public Codec codec() {
        return codec;
    }

    @Override
    public int encode(short[] pcm, byte[] out, int outOffset) {
        requireOpen();
        int samples = codec.samplesPerFrame();
        LittleEndian.fromSamples(pcm, octets, samples);
        int room = Math.min(MAXIMAL_FRAME_LENGTH, out.length - outOffset);
        int length = Opus.encode(handle, octets, 0, samples, out, outOffset, room);
        if (length < 0) {
            throw new IllegalStateException("Opus encoder: error " + length);
        }
        return length;
    }

    /** A handle of 0 would end the whole process in native code. */
    private void requireOpen() {
        if (handle == 0) {
            throw new IllegalStateException("the encoder is closed");
        }
    }

    @Override
    public void close() {
        if (handle != 0) {
            Opus.encoder_destroy(handle);
            handle = 0;
        }
    }
}
