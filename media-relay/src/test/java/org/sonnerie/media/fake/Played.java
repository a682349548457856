package org.sonnerie.media.fake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sonnerie.media.codec.AudioDecoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.ogg.OggOpus;
import org.sonnerie.media.ogg.TwoStreams;

/** An Ogg Opus file as it is heard: decoded, without the pre-skip, cut at its end. */
public final class Played {
    private Played() {}

    public static short[] of(byte[] file, int sampleRateHz) {
        OggOpus read = OggOpus.read(file).orElseThrow();
        return of(read, read.packets(), sampleRateHz);
    }

    /** The channels of a recorded call: left, right. */
    public static List<short[]> sides(byte[] file, int sampleRateHz) {
        OggOpus read = OggOpus.read(file).orElseThrow();
        if (!read.twoStreams()) {
            throw new AssertionError("one stream");
        }
        return IntStream.range(0, 2)
                .mapToObj(side ->
                        read.packets().stream().map(both -> TwoStreams.split(both)[side]).toList())
                .map(packets -> of(read, packets, sampleRateHz))
                .toList();
    }

    private static short[] of(OggOpus read, List<byte[]> packets, int sampleRateHz) {
        Codec codec = Codec.opus(sampleRateHz);
        short[] all = new short[(packets.size() + 1) * codec.samplesPerFrame()];
        short[] frame = new short[codec.samplesPerPacketAtMost()];
        int decoded = 0;
        try (AudioDecoder decoder = codec.newDecoder()) {
            for (byte[] packet : packets) {
                int count = decoder.decode(packet, 0, packet.length, frame);
                System.arraycopy(frame, 0, all, decoded, count);
                decoded += count;
            }
        }
        int skipped = read.preSkip() * sampleRateHz / 48_000;
        int heard = (int) (read.samples() * sampleRateHz / 48_000);
        if (skipped + heard > decoded) {
            throw new AssertionError("it claims to be longer than it is");
        }
        return Arrays.copyOfRange(all, skipped, skipped + heard);
    }
}
