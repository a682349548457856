package org.sonnerie.media.fake;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.MediaSettings;
import org.sonnerie.media.api.NegotiationId;
import org.sonnerie.media.api.TrunkMedia;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.engine.MediaEngine;

/** A real relay on this machine, all ports chosen by the system, and what it said. */
public final class Relay implements AutoCloseable {
    private final Queue<MediaEvent> events = new ConcurrentLinkedQueue<>();
    private final InetAddress first;
    private final MediaEngine engine;
    private final int threads;
    private int negotiations;

    public Relay() {
        this("127.0.0.1");
    }

    /** One with so many media threads. */
    public Relay(int threads) {
        this(threads, "127.0.0.1");
    }

    /** One that browsers reach at these addresses, carriers at the first. */
    public Relay(String... addresses) {
        this(1, addresses);
    }

    public Relay(int threads, String... addresses) {
        this.threads = threads;
        first = InetAddress.ofLiteral(addresses[0]);
        engine =
                MediaEngine.start(
                        new MediaSettings(
                                0,
                                List.of(addresses),
                                List.of(),
                                addresses[0],
                                new MediaSettings.PortRange(0, 0),
                                threads,
                                true),
                        events::add,
                        new PlaceKeys(""));
    }

    public void submit(MediaCommand command) {
        engine.submit(command);
    }

    public int mediaPort() {
        return engine.mediaPort();
    }

    public long count(String name) {
        Long count = engine.counters().get(name);
        if (count == null) {
            throw new IllegalArgumentException(name);
        }
        return count;
    }

    /** How many ticks of 20 ms each thread has done. */
    public long ticks() {
        return count("ticks") / threads;
    }

    public Map<String, Long> counters() {
        return engine.counters();
    }

    /** How many endpoints, rooms and recordings are kept in mind. */
    public int placed() {
        return engine.placed();
    }

    public Queue<MediaEvent> events() {
        return events;
    }

    public void hear(String who, Hearing what) {
        submit(new MediaCommand.Hear(new EndpointId(who), what));
    }

    /** Two endpoints hear each other. */
    public void bridge(String one, String other) {
        hear(one, new Hearing.Other(new EndpointId(other)));
        hear(other, new Hearing.Other(new EndpointId(one)));
    }

    /** A carrier calls; sound flows when this returns. */
    public TrunkPeer trunk(String id, Codec codec, int hertz) {
        return trunk(id, codec, hertz, first.getHostAddress());
    }

    public TrunkPeer trunk(String id, Codec codec, int hertz, String addressInSdp) {
        return trunk(id, new TrunkPeer(codec, hertz, first), addressInSdp);
    }

    /** A carrier calls and says that. */
    public TrunkPeer trunk(String id, Codec codec, Speech speech) {
        return trunk(id, new TrunkPeer(codec, speech, first), first.getHostAddress());
    }

    /** A carrier calls that has no telephone-events. */
    public TrunkPeer trunkWithoutEvents(String id, Codec codec, Keypad keypad) {
        return trunk(id, TrunkPeer.withoutEvents(codec, keypad), first.getHostAddress());
    }

    private TrunkPeer trunk(String id, TrunkPeer peer, String addressInSdp) {
        NegotiationId negotiation = negotiation();
        submit(
                new MediaCommand.AcceptTrunkOffer(
                        new EndpointId(id), negotiation, peer.sdp(addressInSdp), g711()));
        peer.talkTo(sdp(negotiation));
        awaitUp(id);
        return peer;
    }

    /** A trunk whose SIP comes from where the relay is. */
    public TrunkMedia g711() {
        return new TrunkMedia(
                List.of(AudioCodec.PCMA, AudioCodec.PCMU), first.getHostAddress(), List.of());
    }

    /** A browser calls; sound flows when this returns. */
    public BrowserPeer browser(String id, int hertz) {
        return browser(id, hertz, first);
    }

    /** A browser with this address alone calls. */
    public BrowserPeer browser(String id, int hertz, InetAddress address) {
        return browser(id, new BrowserPeer(hertz, address));
    }

    /** A browser whose network lets no UDP through calls; sound flows when this returns. */
    public BrowserPeer browserByTcp(String id, int hertz) {
        BrowserPeer peer = new BrowserPeer(hertz, first);
        peer.blockUdp(true);
        return browser(id, peer);
    }

    /** A browser calls and says that. */
    public BrowserPeer browser(String id, Speech speech) {
        return browser(id, new BrowserPeer(speech, first));
    }

    private BrowserPeer browser(String id, BrowserPeer peer) {
        peer.connect(answer(id, peer.offer()));
        awaitUp(id);
        return peer;
    }

    /** What the relay answers to a browser's offer. */
    public String answer(String id, String offer) {
        NegotiationId negotiation = negotiation();
        submit(new MediaCommand.AcceptOffer(new EndpointId(id), negotiation, offer));
        return sdp(negotiation);
    }

    public NegotiationId negotiation() {
        return new NegotiationId("n" + ++negotiations);
    }

    public String sdp(NegotiationId negotiation) {
        Await.until("SDP of " + negotiation, () -> find(negotiation) != null);
        MediaEvent.SdpReady ready = find(negotiation);
        if (ready == null) {
            throw new IllegalStateException();
        }
        return ready.sdp();
    }

    private MediaEvent.@Nullable SdpReady find(NegotiationId negotiation) {
        for (MediaEvent event : events) {
            if (event instanceof MediaEvent.SdpReady ready
                    && ready.negotiation().equals(negotiation)) {
                return ready;
            }
        }
        return null;
    }

    public void awaitUp(String id) {
        awaitEvent(new MediaEvent.MediaUp(new EndpointId(id)));
    }

    /** Waits for an event and forgets it. */
    public void awaitEvent(MediaEvent event) {
        Await.until(event.toString(), () -> events.remove(event));
    }

    @Override
    public void close() {
        engine.close();
    }
}
