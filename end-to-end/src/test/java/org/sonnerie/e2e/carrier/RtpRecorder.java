package org.sonnerie.e2e.carrier;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.sonnerie.e2e.sound.G711;
import org.sonnerie.e2e.sound.Recording;

/** Puts RTP of G.711 in its place by time stamp and notes the keys of RFC 4733. */
final class RtpRecorder {
    private static final int HEADER = 12;
    private static final int FAR = 3 * 8000;

    private final Recording recording = new Recording();
    private final StringBuilder pressed = new StringBuilder();
    private int packets;
    private boolean begun;
    private int ssrc;
    private int base;
    private int lastEvent;
    private boolean hadEvent;
    private final NavigableMap<Integer, Instant> arrivals = new TreeMap<>();

    Recording recording() {
        return recording;
    }

    synchronized String pressed() {
        return pressed.toString();
    }

    synchronized int packets() {
        return packets;
    }

    /** When the packet came that holds this sample, less the samples before it in the packet. */
    synchronized Optional<Instant> heardAt(int position) {
        return Optional.ofNullable(arrivals.floorEntry(position))
                .map(packet ->
                        packet.getValue().plusNanos((position - packet.getKey()) * 125_000L));
    }

    synchronized void receive(ByteBuffer packet) {
        if (packet.remaining() <= HEADER || (packet.get(0) & 0xc0) != 0x80) {
            return;
        }
        int type = packet.get(1) & 0x7f;
        int stamp = packet.getInt(4);
        int from = packet.getInt(8);
        packet.position(HEADER + 4 * (packet.get(0) & 0x0f));
        switch (type) {
            case 0 -> sound(G711.PCMU, from, stamp, packet);
            case 8 -> sound(G711.PCMA, from, stamp, packet);
            case Terms.EVENTS -> key(stamp, packet);
            default -> {}
        }
    }

    private void sound(G711 law, int from, int stamp, ByteBuffer payload) {
        short[] samples = new short[payload.remaining()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = law.decode(payload.get());
        }
        packets++;
        int position = stamp - base;
        boolean continues = begun && from == ssrc && Math.abs(position - recording.size()) < FAR;
        if (!continues || position < 0) {
            begun = true;
            ssrc = from;
            base = stamp - recording.size();
            position = recording.size();
        }
        arrivals.put(position, Instant.now());
        recording.writeAt(position, samples);
    }

    private void key(int stamp, ByteBuffer payload) {
        if (payload.remaining() >= 4 && (!hadEvent || stamp != lastEvent)) {
            hadEvent = true;
            lastEvent = stamp;
            pressed.append("0123456789*#ABCD".charAt(payload.get() & 0x0f));
        }
    }
}
