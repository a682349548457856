package org.sonnerie.media.endpoint;

import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.audio.Resampler;
import org.sonnerie.media.codec.AudioDecoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.jitter.JitterBuffer;
import org.sonnerie.media.jitter.JitterSettings;
import org.sonnerie.media.jitter.JitterStatistics;
import org.sonnerie.media.jitter.Playout;
import org.sonnerie.media.rtp.RtpPacket;

/**
 * One voice as PCM at one sample rate: jitter buffer, decoder, and a resampler where the codec does
 * not run at that rate. One frame for each tick, however many ask for it; packets of any length.
 * Owned by one media thread.
 */
final class DecodedVoice implements AutoCloseable {
    private static final int UNUSED_TICKS = Frames.PER_SECOND;
    private static final int IDLE_PULLS = Frames.PER_SECOND / 2;

    private final Counters counters;
    private final int sampleRateHz;
    private final Codec codec;
    private final JitterBuffer buffer;
    private final AudioDecoder decoder;
    private final @Nullable Resampler doubling;
    private final short[] decoded;
    private final short[] waiting;
    private final short[] frame;
    private int waitingSamples;
    private int emptyPulls;
    private long lastTick = Long.MIN_VALUE;
    private long lateBefore;
    private long concealedBefore;

    DecodedVoice(AudioCodec name, int sampleRateHz, Studio studio) {
        this.counters = studio.counters();
        this.sampleRateHz = sampleRateHz;
        this.codec = Codec.of(name, sampleRateHz);
        this.buffer = new JitterBuffer(JitterSettings.of(codec.clockRateHz()));
        this.decoder = codec.newDecoder();
        this.doubling = codec.sampleRateHz() == sampleRateHz ? null : Resampler.doubling();
        this.decoded = new short[codec.samplesPerPacketAtMost()];
        this.waiting = new short[codec.samplesPerPacketAtMost() + codec.samplesPerFrame()];
        this.frame = new short[Frames.samples(sampleRateHz)];
    }

    int sampleRateHz() {
        return sampleRateHz;
    }

    /**
     * Takes a packet in.
     *
     * @param quiet nothing in it would be missed
     */
    void put(RtpPacket packet, boolean quiet, long nowNanos) {
        int length = packet.payloadLength();
        int ticks = codec.ticks(packet.buffer(), packet.payloadOffset(), length);
        if (ticks == 0) {
            counters.count(Counter.DROP_MALFORMED);
            return;
        }
        boolean unmissed = quiet || codec.isQuiet(packet.buffer(), packet.payloadOffset(), length);
        switch (buffer.put(packet, ticks, unmissed, nowNanos)) {
            case LATE, DUPLICATE -> counters.count(Counter.DROP_LATE);
            case KEPT, RESTARTED -> {}
        }
    }

    /** Packets that came too late since this was last asked. */
    int takeLate(JitterStatistics now) {
        int late = (int) (now.late() - lateBefore);
        lateBefore = now.late();
        return late;
    }

    /** Takes that were made up since this was last asked. */
    int takeConcealed(JitterStatistics now) {
        int concealed = (int) (now.concealed() - concealedBefore);
        concealedBefore = now.concealed();
        return concealed;
    }

    JitterStatistics statistics() {
        return buffer.statistics();
    }

    /** A packet of the stream that is no audio: it is not missed. */
    void skip(RtpPacket packet) {
        buffer.skip(packet);
    }

    /** This tick's frame; with {@code decode} false let go unheard, and silence instead. */
    short[] frame(Moment moment, boolean decode) {
        if (lastTick == moment.tick()) {
            return frame;
        }
        lastTick = moment.tick();
        int samples = codec.samplesPerFrame();
        while (waitingSamples < samples) {
            int pulled = pull(moment.nowNanos(), decode);
            System.arraycopy(decoded, 0, waiting, waitingSamples, pulled);
            waitingSamples += pulled;
        }
        if (doubling == null) {
            System.arraycopy(waiting, 0, frame, 0, samples);
        } else {
            doubling.process(waiting, samples, frame);
        }
        waitingSamples -= samples;
        System.arraycopy(waiting, samples, waiting, 0, waitingSamples);
        return frame;
    }

    private int pull(long nowNanos, boolean decode) {
        int frameSamples = codec.samplesPerFrame();
        Playout playout = buffer.take(nowNanos);
        emptyPulls = playout == Playout.EMPTY ? emptyPulls + 1 : 0;
        int made =
                switch (playout) {
                    case FRAME -> decode ? decode() : silence(packetSamples());
                    case RECOVER ->
                            decode
                                    ? decoder.recover(
                                            buffer.payload(), 0, buffer.payloadLength(), decoded)
                                    : silence(frameSamples);
                    case CONCEAL -> decode ? decoder.conceal(decoded) : silence(frameSamples);
                    case EMPTY -> silence(frameSamples);
                };
        return made > 0 ? made : silence(frameSamples);
    }

    private int decode() {
        counters.count(Counter.DECODINGS);
        return decoder.decode(buffer.payload(), 0, buffer.payloadLength(), decoded);
    }

    private int packetSamples() {
        long ticks = codec.ticks(buffer.payload(), 0, buffer.payloadLength());
        return (int) (ticks * codec.sampleRateHz() / codec.clockRateHz());
    }

    private int silence(int samples) {
        Frames.silence(decoded, samples);
        return samples;
    }

    /** Whether nothing has come for so long that there is nothing to encode. */
    boolean idle() {
        return emptyPulls > IDLE_PULLS;
    }

    boolean unusedAt(Moment moment) {
        return moment.tick() - lastTick > UNUSED_TICKS;
    }

    @Override
    public void close() {
        decoder.close();
    }

    @Override
    public String toString() {
        return "Jitter(" + buffer.targetDelayMillis() + " ms) -> " + codec;
    }
}
