package org.sonnerie.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A pure tone that glides is the worst that SILK can meet: without a guard whole seconds come out
 * three times as loud as they were sent when a tenth of the packets is lost.
 */
class OpusLossTest {
    private static final int RATE_HZ = 48_000;
    private static final int FRAME = RATE_HZ / 50;
    private static final int SECONDS = 6;
    private static final double AMPLITUDE = 6_000;

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000})
    void noSecondShoutsWhenPacketsAreLost(int heardAtHz) {
        double sent = AMPLITUDE / Math.sqrt(2);
        for (long seed = 1; seed <= 5; seed++) {
            for (double heard : loudness(heardAtHz, seed)) {
                assertThat(heard).isBetween(0.6 * sent, 1.6 * sent);
            }
        }
    }

    private static double[] loudness(int heardAtHz, long seed) {
        List<byte[]> packets = packets(seed);
        Random network = new Random(seed);
        double[] energy = new double[SECONDS];
        int samples = heardAtHz / 50;
        try (AudioDecoder decoder = Codec.opus(heardAtHz).newDecoder()) {
            short[] pcm = new short[decoder.codec().samplesPerPacketAtMost()];
            for (int i = 0; i < packets.size(); i++) {
                byte[] packet = packets.get(i);
                byte[] next = packets.get(Math.min(i + 1, packets.size() - 1));
                if (network.nextDouble() < 0.1) {
                    decoder.recover(next, 0, next.length, pcm);
                } else {
                    decoder.decode(packet, 0, packet.length, pcm);
                }
                for (int s = 0; s < samples; s++) {
                    energy[i / 50] += (double) pcm[s] * pcm[s] / heardAtHz;
                }
            }
        }
        return Arrays.stream(energy).map(Math::sqrt).toArray();
    }

    private static List<byte[]> packets(long seed) {
        Random pitches = new Random(seed);
        double fromHz = 300;
        double toHz = 3_000;
        double phase = 0;
        List<byte[]> packets = new ArrayList<>();
        try (AudioEncoder encoder = Codec.opus(RATE_HZ).newEncoder(OpusSettings.VOICE)) {
            for (int i = 0; i < SECONDS * 50; i++) {
                if (i % 8 == 0) {
                    fromHz = toHz;
                    toHz = pitches.nextDouble(300, 3_200);
                }
                short[] pcm = new short[FRAME];
                for (int s = 0; s < FRAME; s++) {
                    double way = (i % 8 + (double) s / FRAME) / 8;
                    phase += 2 * Math.PI * (fromHz + way * (toHz - fromHz)) / RATE_HZ;
                    pcm[s] = (short) Math.round(AMPLITUDE * Math.sin(phase));
                }
                byte[] packet = new byte[AudioEncoder.MAXIMAL_FRAME_LENGTH];
                packets.add(Arrays.copyOf(packet, encoder.encode(pcm, packet, 0)));
            }
        }
        return packets;
    }
}
