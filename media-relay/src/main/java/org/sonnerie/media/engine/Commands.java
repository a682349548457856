package org.sonnerie.media.engine;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.MediaEvent.NegotiationFailure;
import org.sonnerie.media.api.NegotiationId;
import org.sonnerie.media.api.RecordingId;
import org.sonnerie.media.api.RoomId;
import org.sonnerie.media.api.TrunkMedia;
import org.sonnerie.media.endpoint.BrowserEndpoint;
import org.sonnerie.media.endpoint.BrowserSetting;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.Counters;
import org.sonnerie.media.endpoint.MediaEndpoint;
import org.sonnerie.media.endpoint.Negotiated;
import org.sonnerie.media.endpoint.Room;
import org.sonnerie.media.endpoint.TrunkEndpoint;
import org.sonnerie.media.endpoint.Workbench;
import org.sonnerie.media.net.UdpPorts;
import org.sonnerie.media.player.SoundLibrary;

/** Carries commands out. Owned by one media thread. */
final class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final Endpoints endpoints;
    private final Workbench bench;
    private final Means means;
    private final EventOutbox outbox;
    private final Counters counters;

    /**
     * What endpoints are made of.
     *
     * @param browsers of the media port
     * @param trunkPorts where carriers' RTP is received
     * @param trunkAddress the literal that stands in SDP towards carriers
     * @param library of sounds
     * @param recorders write recordings
     */
    record Means(
            BrowserSetting browsers,
            UdpPorts trunkPorts,
            String trunkAddress,
            SoundLibrary library,
            Executor recorders) {}

    Commands(Endpoints endpoints, Workbench bench, Means means, EventOutbox outbox) {
        this.endpoints = endpoints;
        this.bench = bench;
        this.means = means;
        this.outbox = outbox;
        this.counters = bench.counters();
    }

    void perform(MediaCommand command, long nowNanos) {
        counters.count(Counter.COMMANDS);
        switch (command) {
            case MediaCommand.AcceptOffer(var id, var negotiation, String sdp) ->
                    acceptOffer(id, negotiation, sdp, nowNanos);
            case MediaCommand.AcceptTrunkOffer(var id, var negotiation, String sdp, var terms) ->
                    trunk(id, negotiation, trunk -> trunk.answer(sdp, terms));
            case MediaCommand.MakeTrunkOffer(var id, var negotiation, TrunkMedia terms) ->
                    trunk(id, negotiation, trunk -> trunk.offer(terms));
            case MediaCommand.ApplyTrunkAnswer(var id, var negotiation, String sdp) ->
                    applyAnswer(id, negotiation, sdp);
            case MediaCommand.Hear(EndpointId id, Hearing hearing) -> hear(id, hearing);
            case MediaCommand.PlayInRoom(RoomId id, var sounds) -> {
                Room room = endpoints.roomIfThere(id);
                if (room != null) {
                    room.play(sounds, means.library());
                }
            }
            case MediaCommand.Mute(EndpointId id, boolean muted) ->
                    tell(id, endpoint -> endpoint.mute(muted));
            case MediaCommand.SendDigits(EndpointId id, String digits) ->
                    tell(id, endpoint -> endpoint.digits(digits));
            case MediaCommand.StartRecording start ->
                    tell(
                            start.endpoint(),
                            endpoint -> endpoint.startRecording(start, means.recorders()));
            case MediaCommand.StopRecording(EndpointId id, RecordingId recording) ->
                    tell(id, endpoint -> endpoint.stopRecording(recording));
            case MediaCommand.StartCallRecording start ->
                    endpoints.recordings().begin(start, means.recorders());
            case MediaCommand.RecordFrom(RecordingId recording, var source) ->
                    endpoints.recordings().from(recording, source);
            case MediaCommand.StopCallRecording(RecordingId recording) ->
                    endpoints.recordings().stop(recording);
            case MediaCommand.Close(EndpointId id) -> endpoints.close(id, nowNanos);
        }
    }

    private void acceptOffer(EndpointId id, NegotiationId negotiation, String sdp, long nowNanos) {
        MediaEndpoint present = endpoints.find(id);
        BrowserEndpoint endpoint =
                present instanceof BrowserEndpoint browser
                        ? browser
                        : BrowserEndpoint.open(id, bench.newStudio(), means.browsers());
        if (present != null && !present.equals(endpoint)) {
            refuse(id, negotiation, NegotiationFailure.NO_TRANSPORT, "a carrier's endpoint");
            return;
        }
        conclude(endpoint, negotiation, endpoint.answer(sdp, nowNanos));
    }

    /** One negotiation with a carrier. */
    @FunctionalInterface
    private interface TrunkNegotiation {
        Negotiated with(TrunkEndpoint endpoint);
    }

    private void trunk(EndpointId id, NegotiationId negotiation, TrunkNegotiation exchange) {
        MediaEndpoint present = endpoints.find(id);
        switch (present) {
            case TrunkEndpoint trunk -> conclude(trunk, negotiation, exchange.with(trunk));
            case BrowserEndpoint _ ->
                    refuse(
                            id,
                            negotiation,
                            NegotiationFailure.NO_TRANSPORT,
                            "a browser's endpoint");
            case null -> newTrunk(id, negotiation, exchange);
        }
    }

    private void newTrunk(EndpointId id, NegotiationId negotiation, TrunkNegotiation exchange) {
        Optional<UdpPorts.RtpPair> ports = means.trunkPorts().openPair();
        if (ports.isEmpty()) {
            refuse(id, negotiation, NegotiationFailure.NO_CAPACITY, "no free port");
            return;
        }
        TrunkEndpoint trunk =
                TrunkEndpoint.open(id, bench.newStudio(), ports.get(), means.trunkAddress());
        Negotiated outcome = exchange.with(trunk);
        if (outcome instanceof Negotiated.Refused) {
            ports.get().close();
        }
        conclude(trunk, negotiation, outcome);
    }

    private void applyAnswer(EndpointId id, NegotiationId negotiation, String sdp) {
        MediaEndpoint endpoint = known(id);
        if (endpoint instanceof TrunkEndpoint trunk
                && trunk.apply(sdp) instanceof Negotiated.Refused(var reason, String detail)) {
            refuse(id, negotiation, reason, detail);
        }
    }

    private void conclude(MediaEndpoint endpoint, NegotiationId negotiation, Negotiated outcome) {
        switch (outcome) {
            case Negotiated.Agreed(String sdp) -> {
                endpoints.keep(endpoint);
                LOG.debug("endpoint={} negotiated {}", endpoint.id(), endpoint);
                outbox.put(new MediaEvent.SdpReady(endpoint.id(), negotiation, sdp));
            }
            case Negotiated.Refused(NegotiationFailure reason, String detail) ->
                    refuse(endpoint.id(), negotiation, reason, detail);
        }
    }

    private void refuse(
            EndpointId id, NegotiationId negotiation, NegotiationFailure reason, String detail) {
        counters.count(Counter.NEGOTIATIONS_FAILED);
        LOG.info("endpoint={} negotiation refused: {} ({})", id, reason, detail);
        outbox.put(new MediaEvent.NegotiationFailed(id, negotiation, reason));
    }

    private void hear(EndpointId id, Hearing hearing) {
        MediaEndpoint endpoint = known(id);
        if (endpoint == null || endpoint.hears(hearing)) {
            return;
        }
        switch (hearing) {
            case Hearing.Nothing _ -> endpoint.hearNothing();
            case Hearing.Itself _ -> endpoint.hear(hearing, endpoint);
            case Hearing.Other(EndpointId other) -> {
                MediaEndpoint speaker = known(other);
                if (speaker != null) {
                    endpoint.hear(hearing, speaker);
                }
            }
            case Hearing.Room asked -> endpoint.enter(asked, endpoints.room(asked.room()));
            case Hearing.Programme programme -> endpoint.play(programme, means.library());
        }
        endpoints.leaveEmptyRooms();
    }

    private void tell(EndpointId id, Consumer<MediaEndpoint> what) {
        MediaEndpoint endpoint = known(id);
        if (endpoint != null) {
            what.accept(endpoint);
        }
    }

    private @Nullable MediaEndpoint known(EndpointId id) {
        MediaEndpoint endpoint = endpoints.find(id);
        if (endpoint == null) {
            counters.count(Counter.COMMANDS_FOR_NOBODY);
        }
        return endpoint;
    }
}
