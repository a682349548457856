package org.sonnerie.media.endpoint;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

    private final Studio studio;
    private final Wire wire;
    private final OutgoingStream stream;
    private final RtcpWriter writer = new RtcpWriter();
    private long nextNanos;
    private boolean scheduled;
    private int packetsReported;
    private long lostBefore;

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
            if (heard != null && packet instanceof RtcpPacket.SenderReport report) {
                heard.onSenderReport(report.ntp(), nowNanos);
            }
        }
    }
}
