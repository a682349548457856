package org.sonnerie.media.endpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sonnerie.media.api.Transport;
import org.sonnerie.media.rtp.RtpPacket;

/** Keeps what was sent. */
final class FakeWire implements Wire {
    private final List<RtpPacket> sent = new ArrayList<>();
    private boolean open = true;

    void open(boolean isOpen) {
        open = isOpen;
    }

    /** What was sent since the last call. */
    List<RtpPacket> take() {
        List<RtpPacket> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public boolean takeMoved() {
        return false;
    }

    @Override
    public Optional<Transport> transport() {
        return Optional.of(Transport.UDP);
    }

    @Override
    public void rtp(byte[] buffer, int length) {
        RtpPacket packet = new RtpPacket();
        if (!packet.wrap(Arrays.copyOf(buffer, length), 0, length)) {
            throw new IllegalArgumentException("no RTP was sent");
        }
        sent.add(packet);
    }

    @Override
    public void rtcp(byte[] buffer, int length) {}

    @Override
    public String toString() {
        return "wire";
    }
}
