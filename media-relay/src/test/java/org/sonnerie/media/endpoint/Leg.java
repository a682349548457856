package org.sonnerie.media.endpoint;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.fake.PlaceKeys;
import org.sonnerie.media.rtp.RtpPacket;

/** A voice and an ear without a network. G.711 A unless said otherwise. */
final class Leg {
    static final int KEYS = 101;
    private static final int LEVEL = 1;

    private final EndpointId id;
    private final Voice voice;
    private final Ear ear;
    private final FakeWire wire = new FakeWire();
    private final int ssrc;
    private int sequence = 100;

    Leg(String name, Studio studio) {
        id = new EndpointId(name);
        ssrc = name.hashCode();
        voice = new Voice(id, studio);
        ear = new Ear(id, studio, wire);
        speaks(AudioCodec.PCMA);
    }

    /** Of a thread on which everything is done at once. */
    static Studio studio(Counters counters, Consumer<MediaEvent> events, long epochMillisAtZero) {
        Workbench.Common common =
                new Workbench.Common(
                        counters,
                        events,
                        new SecureRandom(),
                        PlaceKeys.inClear(),
                        epochMillisAtZero);
        return new Workbench(0, common, Runnable::run, List.of()).newStudio();
    }

    EndpointId id() {
        return id;
    }

    void speaks(AudioCodec codec) {
        int type =
                switch (codec) {
                    case OPUS -> 111;
                    case PCMA -> 8;
                    case PCMU -> 0;
                };
        int clock = codec == AudioCodec.OPUS ? 48_000 : 8_000;
        AgreedMedia media =
                new AgreedMedia(
                        codec,
                        clock,
                        type,
                        type,
                        AgreedMedia.Keys.events(KEYS, KEYS, clock),
                        LEVEL,
                        true);
        voice.agreed(media);
        ear.agreed(media);
    }

    /** Says 20 ms: A-law of that octet, its level declared (RFC 6464). */
    void says(int octet, int level, long nowNanos) {
        byte[] packet = new byte[180];
        Arrays.fill(packet, 20, 180, (byte) octet);
        new RtpPacket().format(packet, 0, 168).payloadType(8).ssrc(ssrc).sequenceNumber(sequence);
        packet[0] |= 0x10;
        byte[] extension = {(byte) 0xBE, (byte) 0xDE, 0, 1, LEVEL << 4, (byte) level, 0, 0};
        System.arraycopy(extension, 0, packet, 12, 8);
        RtpPacket view = new RtpPacket();
        if (!view.wrap(packet, 0, packet.length)) {
            throw new IllegalStateException();
        }
        view.timestamp(sequence++ * 160);
        voice.received(view, nowNanos);
    }

    /** Says packets that the network loses. */
    void loses(int packets) {
        sequence += packets;
    }

    List<RtpPacket> heard() {
        return wire.take();
    }

    Voice voice() {
        return voice;
    }

    Ear ear() {
        return ear;
    }

    FakeWire wire() {
        return wire;
    }
}
