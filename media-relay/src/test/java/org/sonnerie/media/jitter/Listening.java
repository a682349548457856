package org.sonnerie.media.jitter;

import java.util.ArrayList;
import java.util.List;
import org.sonnerie.media.rtp.RtpPacket;

/** Sends numbered packets to a buffer, takes every 20 ms and writes down what is heard. */
final class Listening {
    static final long MILLI = 1_000_000L;
    static final int TICKS = 160;

    /** What a take brought: the number of the packet shown, -1 if none. */
    record Heard(Playout playout, int packet) {}

    final JitterBuffer buffer = new JitterBuffer(new JitterSettings(8000, 10, 240));
    final List<Heard> heard = new ArrayList<>();
    private final RtpPacket packet = new RtpPacket();
    private final byte[] bytes = new byte[200];
    private int ssrc = 7;
    private int sequenceBase = 65_500;
    private int timestampBase = -4000;

    void anotherSource() {
        ssrc++;
        sequenceBase = 10;
        timestampBase = 1 << 30;
    }

    /** A packet whose place in the stream is its number. */
    Arrival put(int number, long nowNanos) {
        return put(number, number * TICKS, false, nowNanos);
    }

    Arrival put(int number, int ticksIntoStream, boolean quiet, long nowNanos) {
        return buffer.put(packet(number, ticksIntoStream, 100), TICKS, quiet, nowNanos);
    }

    /** What a sender in DTX sends before it falls silent. */
    Arrival putSilence(int number, int ticksIntoStream, long nowNanos) {
        return buffer.put(packet(number, ticksIntoStream, 2), TICKS, true, nowNanos);
    }

    RtpPacket packet(int number, int ticksIntoStream, int length) {
        packet.format(bytes, 0, length)
                .ssrc(ssrc)
                .sequenceNumber(sequenceBase + number)
                .timestamp(timestampBase + ticksIntoStream);
        bytes[packet.payloadOffset()] = (byte) (number >> 8);
        bytes[packet.payloadOffset() + 1] = (byte) number;
        return packet;
    }

    Playout take(long nowNanos) {
        Playout playout = buffer.take(nowNanos);
        boolean shows = playout == Playout.FRAME || playout == Playout.RECOVER;
        byte[] payload = buffer.payload();
        int number = ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
        heard.add(new Heard(playout, shows ? number : -1));
        return playout;
    }

    /** Carries what a network brings, taking every 20 ms until 200 ms after the last arrival. */
    void listen(List<BadNetwork.Flight> flights, long firstTakeNanos) {
        long now = firstTakeNanos;
        int next = 0;
        long end = flights.getLast().arrivalNanos() + 200 * MILLI;
        while (now < end) {
            while (next < flights.size() && flights.get(next).arrivalNanos() <= now) {
                put(flights.get(next).index(), flights.get(next).arrivalNanos());
                next++;
            }
            take(now);
            now += 20 * MILLI;
        }
    }

    List<Integer> frames() {
        return heard.stream().filter(h -> h.playout() == Playout.FRAME).map(Heard::packet).toList();
    }

    long count(Playout playout) {
        return heard.stream().filter(h -> h.playout() == playout).count();
    }
}
