package org.sonnerie.media.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonnerie.media.rtp.RtpPacket;

/** Senders whose packets do not last 20 ms: the listener takes whenever his samples run out. */
class PacketTimeTest {
    private static final long MILLI = 1_000_000L;
    private static final int FRAME = 160;

    private final JitterBuffer buffer = new JitterBuffer(JitterSettings.of(8000));
    private final RtpPacket packet = new RtpPacket();
    private final byte[] bytes = new byte[1000];
    private int samplesWaiting;
    private int framesHeard;
    private int packetsHeard;
    private int concealed;

    private void tick(long nowNanos, int packetSamples) {
        while (samplesWaiting < FRAME) {
            switch (buffer.take(nowNanos)) {
                case FRAME -> {
                    packetsHeard++;
                    samplesWaiting += packetSamples;
                }
                case RECOVER, CONCEAL -> {
                    concealed++;
                    samplesWaiting += FRAME;
                }
                case EMPTY -> samplesWaiting += FRAME;
            }
        }
        samplesWaiting -= FRAME;
        framesHeard++;
    }

    private void run(int packets, int ptimeMillis, BadNetwork network) {
        int samples = ptimeMillis * 8;
        List<BadNetwork.Flight> flights = network.carry(packets, 0, ptimeMillis * MILLI);
        int next = 0;
        long end = MILLI * packets * ptimeMillis;
        for (long now = 3 * MILLI; now < end; now += 20 * MILLI) {
            while (next < flights.size() && flights.get(next).arrivalNanos() <= now) {
                int index = flights.get(next).index();
                packet.format(bytes, 0, samples).sequenceNumber(index).timestamp(index * samples);
                buffer.put(packet, samples, false, flights.get(next).arrivalNanos());
                next++;
            }
            tick(now, samples);
        }
    }

    @ParameterizedTest
    @CsvSource({"10", "20", "30", "40", "60"})
    void areHeardWithoutAGap(int ptimeMillis) {
        int packets = 60_000 / ptimeMillis;
        run(packets, ptimeMillis, new BadNetwork(1, 0, 0, 0));
        assertThat(concealed).isLessThanOrEqualTo(3);
        assertThat(packets - packetsHeard).isLessThanOrEqualTo(8);
        assertThat(framesHeard).isEqualTo(3000);
    }

    @ParameterizedTest
    @CsvSource({"10", "20", "30", "40", "60"})
    void areHeardInABadNetwork(int ptimeMillis) {
        int packets = 60_000 / ptimeMillis;
        run(packets, ptimeMillis, new BadNetwork(5, 0.05, 60, 0));
        assertThat(packetsHeard).isGreaterThan((int) (packets * 0.90));
        assertThat(concealed).isLessThan(3000 * 12 / 100);
    }
}
