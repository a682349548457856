package org.sonnerie.media.endpoint;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.EndpointFacts;
import org.sonnerie.media.rtp.NtpTime;
import org.sonnerie.media.rtp.ReceptionStatistics;
import org.sonnerie.media.rtp.ReportBlock;
import org.sonnerie.media.rtp.RtcpPacket;
import org.sonnerie.media.rtp.RtcpReader;
import org.sonnerie.media.rtp.RtcpWriter;
import org.sonnerie.media.sdp.BrowserAnswer;

/** The RTCP of one endpoint (RFC 3550 section 6). Owned by one media thread. */
final class Reports {
    private static final long MEAN_INTERVAL_NANOS = 2_500_000_000L;

    /** What a report says beyond that is nonsense. */
    private static final int LONGEST_MILLIS = 60_000;

    private final Studio studio;
    private final Wire wire;
    private final OutgoingStream stream;
    private final RtcpWriter writer = new RtcpWriter();
    private long nextNanos;
    private boolean scheduled;
    private int packetsReported;
    private long lostBefore;
    private EndpointFacts.@Nullable Reported reported;

    Reports(Studio studio, Wire wire, OutgoingStream stream) {
        this.studio = studio;
        this.wire = wire;
        this.stream = stream;
    }

    /** Sends a report when one is due. */
    void tick(@Nullable ReceptionStatistics heard, long nowNanos) {
        if (!scheduled) {
            scheduled = true;
            schedule(nowNanos);
        }
        if (nowNanos - nextNanos < 0 || !wire.open()) {
            return;
        }
        schedule(nowNanos);
        writer.into(studio.packet(), 0);
        report(heard, nowNanos);
        send();
    }

    /** Section 6.3.1: half to one and a half of the mean, so that reports do not synchronise. */
    private void schedule(long nowNanos) {
        nextNanos =
                nowNanos + MEAN_INTERVAL_NANOS / 2 + studio.random().nextLong(MEAN_INTERVAL_NANOS);
    }

    private void report(@Nullable ReceptionStatistics heard, long nowNanos) {
        List<ReportBlock> blocks =
                heard != null && heard.heard() ? List.of(heard.report(nowNanos)) : List.of();
        countLost(heard);
        if (stream.packets() == packetsReported) {
            writer.receiverReport(new RtcpPacket.ReceiverReport(stream.ssrc(), blocks));
        } else {
            packetsReported = stream.packets();
            writer.senderReport(
                    new RtcpPacket.SenderReport(
                            stream.ssrc(),
                            NtpTime.ofEpochMillis(studio.epochMillis(nowNanos)),
                            stream.timestampAt(nowNanos),
                            stream.packets(),
                            stream.octets(),
                            blocks));
        }
        writer.sourceDescription(
                new RtcpPacket.SourceDescription(stream.ssrc(), BrowserAnswer.CNAME));
    }

    private void countLost(@Nullable ReceptionStatistics heard) {
        long lost = heard == null ? 0 : Math.max(0, heard.lost());
        studio.counters().add(Counter.RTP_LOST, Math.max(0, lost - lostBefore));
        lostBefore = lost;
    }

    /** Says goodbye (section 6.6). */
    void bye(@Nullable ReceptionStatistics heard, long nowNanos) {
        if (wire.open()) {
            writer.into(studio.packet(), 0);
            report(heard, nowNanos);
            writer.bye(new RtcpPacket.Bye(stream.ssrc()));
            send();
        }
    }

    private void send() {
        studio.counters().count(Counter.RTCP_SENT);
        wire.rtcp(studio.packet(), writer.length());
    }

    /** Takes an authentic compound. */
    void received(
            byte[] buffer,
            int offset,
            int length,
            @Nullable ReceptionStatistics heard,
            long nowNanos) {
        List<RtcpPacket> packets = RtcpReader.read(buffer, offset, length);
        studio.counters().count(packets.isEmpty() ? Counter.DROP_MALFORMED : Counter.RTCP_RECEIVED);
        for (RtcpPacket packet : packets) {
            switch (packet) {
                case RtcpPacket.SenderReport report -> {
                    if (heard != null) {
                        heard.onSenderReport(report.ntp(), nowNanos);
                    }
                    note(report.reports(), nowNanos);
                }
                case RtcpPacket.ReceiverReport report -> note(report.reports(), nowNanos);
                case RtcpPacket.SourceDescription _, RtcpPacket.Bye _ -> {}
            }
        }
    }

    /** What the other end says of what it hears. */
    private void note(List<ReportBlock> blocks, long nowNanos) {
        for (ReportBlock block : blocks) {
            if (block.ssrc() == stream.ssrc()) {
                note(block, NtpTime.ofEpochMillis(studio.epochMillis(nowNanos)));
            }
        }
    }

    private void note(ReportBlock block, long nowNtp) {
        int lostPermille = (block.fractionLost() * 1_000 + 128) / 256;
        EndpointFacts.Reported before = reported;
        if (before == null || before.lostPermille() <= lostPermille) {
            long jitterMillis =
                    Integer.toUnsignedLong(block.jitterTicks()) * 1_000 / stream.clockRateHz();
            reported =
                    new EndpointFacts.Reported(
                            lostPermille,
                            (int) Math.min(jitterMillis, LONGEST_MILLIS),
                            (int) Math.min(block.roundTripMillis(nowNtp), LONGEST_MILLIS));
        }
    }

    /** The worst that the other end reported since this was last asked. */
    Optional<EndpointFacts.Reported> takeReported() {
        Optional<EndpointFacts.Reported> taken = Optional.ofNullable(reported);
        reported = null;
        return taken;
    }
}
