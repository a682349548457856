package org.sonnerie.media.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.EndpointFacts;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.audio.Frames;
import org.sonnerie.media.rtp.NtpTime;
import org.sonnerie.media.rtp.ReportBlock;
import org.sonnerie.media.rtp.RtcpPacket;
import org.sonnerie.media.rtp.RtcpWriter;

class SecondFactsTest {
    private static final int LOUD = 0x2A;
    private static final int SOFT = 127;

    private final Studio studio = Leg.studio(new Counters(), _ -> {}, 1_700_000_000_000L);
    private final Leg alice = new Leg("alice", studio);
    private final Reports reports = new Reports(studio, alice.wire(), alice.ear().stream());
    private final SecondFacts facts = new SecondFacts(new EndpointId("alice"));
    private long nowNanos;

    private EndpointFacts taken() {
        return facts.take(alice.voice(), alice.ear().stream(), reports, alice.wire());
    }

    private void says(int packets, int level) {
        for (int i = 0; i < packets; i++) {
            nowNanos += Frames.NANOS;
            alice.says(LOUD, level, nowNanos);
        }
    }

    @Test
    void eachSecondCountsOnlyItself() {
        says(50, 20);
        assertThat(taken().received().packets()).isEqualTo(50);
        says(49, 20);
        assertThat(taken().received().packets()).isEqualTo(49);
        assertThat(taken().received().packets()).isZero();
    }

    @Test
    void whatIsMissingInTheNumbersIsLost() {
        says(10, 20);
        alice.loses(4);
        says(36, 20);

        EndpointFacts.Received received = taken().received();
        assertThat(received.packets()).isEqualTo(46);
        assertThat(received.lost()).isEqualTo(4);
        says(50, 20);
        assertThat(taken().received().lost()).isZero();
    }

    @Test
    void silenceIsNotVoiced() {
        says(30, 20);
        says(20, SOFT);

        assertThat(taken().received().voiced()).isEqualTo(30);
    }

    @Test
    void aReloadedPageBeginsAtNothing() {
        says(50, 20);
        assertThat(taken().codec()).contains(AudioCodec.PCMA);
        alice.voice().restarted();
        says(10, 20);

        assertThat(taken().received())
                .extracting(EndpointFacts.Received::packets, EndpointFacts.Received::lost)
                .containsExactly(10, 0);
    }

    @Test
    void whatTheOtherEndReportsIsToldOnceAndTheWorstOfIt() {
        int ssrc = alice.ear().stream().ssrc();
        nowNanos = 2_000_000_000L;
        long ntp = NtpTime.ofEpochMillis(studio.epochMillis(nowNanos));
        int sent = NtpTime.compact(ntp) - 65_536 / 2;
        comes(new ReportBlock(ssrc, 64, 20, 100, 160, sent, 65_536 / 4));
        comes(new ReportBlock(ssrc, 0, 20, 150, 0, 0, 0));
        comes(new ReportBlock(ssrc + 1, 255, 20, 150, 0, 0, 0));

        EndpointFacts.Reported reported = taken().sent().reported().orElseThrow();
        assertThat(reported.lostPermille()).isEqualTo(250);
        assertThat(reported.roundTripMillis()).isBetween(249, 251);
        assertThat(reported.jitterMillis()).isEqualTo(20);
        assertThat(taken().sent().reported()).isEqualTo(Optional.empty());
    }

    private void comes(ReportBlock block) {
        RtcpWriter writer = new RtcpWriter();
        byte[] buffer = new byte[200];
        writer.into(buffer, 0);
        writer.receiverReport(new RtcpPacket.ReceiverReport(7, List.of(block)));
        reports.received(buffer, 0, writer.length(), alice.voice().statistics(), nowNanos);
    }
}
