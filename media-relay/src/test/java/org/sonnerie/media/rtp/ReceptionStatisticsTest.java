package org.sonnerie.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReceptionStatisticsTest {
    private static final long MILLI = 1_000_000L;

    private final ReceptionStatistics statistics = new ReceptionStatistics(8000);
    private final RtpPacket packet = new RtpPacket();
    private final byte[] bytes = new byte[12];

    private void receive(int number, long nowNanos) {
        receive(1, 65_500 + number, number * 160, nowNanos);
    }

    private void receive(int ssrc, int sequence, int timestamp, long nowNanos) {
        packet.format(bytes, 0, 0).ssrc(ssrc).sequenceNumber(sequence).timestamp(timestamp);
        statistics.onPacket(packet, nowNanos);
    }

    @Test
    void reportsNoLossOfAWholeStreamOverTheWrapOfItsSequence() {
        for (int i = 0; i < 100; i++) {
            receive(i, 20 * MILLI * i);
        }
        ReportBlock block = statistics.report(0);
        assertThat(block.fractionLost()).isZero();
        assertThat(block.cumulativeLost()).isZero();
        assertThat(block.highestSequence()).isEqualTo(65_500 + 99);
        assertThat(statistics.jitterMillis()).isZero();
    }

    @Test
    void reportsTheLossOfEachInterval() {
        for (int i = 0; i < 100; i++) {
            if (i % 4 != 1) {
                receive(i, 20 * MILLI * i);
            }
        }
        assertThat(statistics.report(0).fractionLost()).isBetween(62, 65);
        for (int i = 100; i < 200; i++) {
            receive(i, 20 * MILLI * i);
        }
        ReportBlock second = statistics.report(0);
        assertThat(second.fractionLost()).isZero();
        assertThat(second.cumulativeLost()).isEqualTo(25);
    }

    @Test
    void countsPacketsOutOfOrderAsReceived() {
        receive(0, 0);
        receive(2, 40 * MILLI);
        receive(1, 45 * MILLI);
        assertThat(statistics.lost()).isZero();
    }

    @Test
    void measuresJitter() {
        for (int i = 0; i < 500; i++) {
            receive(i, 20 * MILLI * i + 10 * MILLI * (i % 2));
        }
        assertThat(statistics.jitterMillis()).isCloseTo(10, within(0.5));
    }

    @Test
    void believesAJumpOnlyWhenItGoesOn() {
        receive(1, 100, 0, 0);
        receive(1, 30_000, 160, 20 * MILLI);
        assertThat(statistics.received()).isEqualTo(1);
        receive(1, 30_001, 320, 40 * MILLI);
        assertThat(statistics.report(0).highestSequence()).isEqualTo(30_001);
        assertThat(statistics.lost()).isZero();
    }

    @Test
    void startsAnewWithAnotherSource() {
        receive(1, 100, 0, 0);
        receive(2, 9000, 0, 0);
        ReportBlock block = statistics.report(0);
        assertThat(block.ssrc()).isEqualTo(2);
        assertThat(block.cumulativeLost()).isZero();
    }

    @Test
    void refersToTheLastSenderReport() {
        receive(0, 0);
        assertThat(statistics.report(0).lastSenderReport()).isZero();
        statistics.onSenderReport(0x1111_2222_3333_4444L, 1_000 * MILLI);
        ReportBlock block = statistics.report(3_500 * MILLI);
        assertThat(block.lastSenderReport()).isEqualTo(0x2222_3333);
        assertThat(block.delaySinceLastSenderReport()).isEqualTo((int) (2.5 * 65_536));
    }
}
