package org.sonnerie.media.fake;

import java.util.Arrays;
import org.sonnerie.media.codec.AudioDecoder;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.ogg.OggOpus;

/** An Ogg Opus file as it is heard: decoded, without the pre-skip, cut at its end. */
public final class Played {
    private Played() {}

    public static short[] of(byte[] file, int sampleRateHz) {
        OggOpus read = OggOpus.read(file).orElseThrow();
        Codec codec = Codec.opus(sampleRateHz);
        short[] all = new short[(read.packets().size() + 1) * codec.samplesPerFrame()];
        short[] frame = new short[codec.samplesPerPacketAtMost()];
        int decoded = 0;
        try (AudioDecoder decoder = codec.newDecoder()) {
            for (byte[] packet : read.packets()) {
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
