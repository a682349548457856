package org.sonnerie.media.exporter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sonnerie.media.codec.AudioDecoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.ogg.OggOpusStream;
import org.sonnerie.media.recorder.Recording;

/** A recording as a WAV file, decoded packet by packet as it is read. Not thread safe. */
final class WavStream extends InputStream {
    private static final Codec CODEC = Codec.opus(Recording.SAMPLE_RATE_HZ);

    private final OggOpusStream packets;
    private final int channels;
    private final List<AudioDecoder> decoders = new ArrayList<>();
    private final short[][] pcm;
    private ByteBuffer ready;
    private long skipped;
    private long left;
    private boolean closed;

    WavStream(OggOpusStream packets, WavExport.Content content) {
        this.packets = packets;
        this.channels = content.channels();
        this.left = content.samples();
        this.skipped = (long) packets.preSkip() * CODEC.sampleRateHz() / CODEC.clockRateHz();
        this.pcm = new short[channels][CODEC.samplesPerPacketAtMost()];
        for (int i = 0; i < channels; i++) {
            decoders.add(CODEC.newDecoder());
        }
        this.ready = ByteBuffer.wrap(WavHeader.of(CODEC.sampleRateHz(), channels, left));
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, ready.remaining());
        ready.get(into, offset, taken);
        return taken;
    }

    @Override
    public int available() {
        return closed ? 0 : ready.remaining();
    }

    /** False: it is over. */
    private boolean fill() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        while (!ready.hasRemaining() && left > 0) {
            ready = next();
        }
        return ready.hasRemaining();
    }

    private ByteBuffer next() throws IOException {
        Optional<byte[]> packet = packets.next();
        int made = CODEC.samplesPerFrame();
        if (packet.isPresent()) {
            made = decode(packet.get());
        } else {
            // What the file promised is given, whatever became of it meanwhile.
            for (short[] channel : pcm) {
                Arrays.fill(channel, (short) 0);
            }
        }
        int from = (int) Math.min(skipped, made);
        skipped -= from;
        int samples = (int) Math.min(left, made - from);
        left -= samples;
        return interleaved(from, samples);
    }

    /** Both sides take the same time, whatever one of them is worth. */
    private int decode(byte[] packet) {
        byte[][] sides = WavExport.split(packet, channels);
        int samples = 0;
        for (int i = 0; i < channels; i++) {
            AudioDecoder decoder = decoders.get(i);
            int made = decoder.decode(sides[i], 0, sides[i].length, pcm[i]);
            samples = Math.max(samples, made > 0 ? made : decoder.conceal(pcm[i]));
        }
        return samples;
    }

    private ByteBuffer interleaved(int from, int samples) {
        ByteBuffer octets =
                ByteBuffer.allocate(samples * channels * Short.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < from + samples; i++) {
            for (short[] channel : pcm) {
                octets.putShort(channel[i]);
            }
        }
        return octets.flip();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            decoders.forEach(AudioDecoder::close);
            packets.close();
        }
    }
}
