package org.sonnerie.media.api;

import java.util.List;

/**
 * What the relay can be told. Each is safe to say twice. One that names an unknown endpoint is
 * counted and dropped.
 */
public sealed interface MediaCommand {
    /**
     * Answers a browser's offer (RFC 9429) with ICE-lite, DTLS passive. Creates the endpoint, or
     * renegotiates it: a new ICE ufrag is an ICE restart, a new fingerprint a new DTLS association
     * (a reloaded page). Answered by {@link MediaEvent.SdpReady} or {@link
     * MediaEvent.NegotiationFailed}.
     *
     * @param endpoint the leg's endpoint
     * @param negotiation echoed in the result
     * @param sdp the offer, at most 64 kB
     */
    record AcceptOffer(EndpointId endpoint, NegotiationId negotiation, String sdp)
            implements MediaCommand {}

    /**
     * Answers a carrier's offer (RFC 3264) with plain RTP; creates the endpoint or renegotiates it.
     * Result as above.
     *
     * @param endpoint the leg's endpoint
     * @param negotiation echoed in the result
     * @param sdp the offer, at most 64 kB
     * @param terms what the trunk allows
     */
    record AcceptTrunkOffer(
            EndpointId endpoint, NegotiationId negotiation, String sdp, TrunkMedia terms)
            implements MediaCommand {}

    /**
     * Creates a plain RTP endpoint and the offer for it. Result as above.
     *
     * @param endpoint the leg's endpoint
     * @param negotiation echoed in the result
     * @param terms what the trunk allows
     */
    record MakeTrunkOffer(EndpointId endpoint, NegotiationId negotiation, TrunkMedia terms)
            implements MediaCommand {}

    /**
     * Applies a carrier's answer, also an early one (183) which a later one replaces. Fails with
     * {@link MediaEvent.NegotiationFailed}; says nothing when it succeeds.
     *
     * @param endpoint the leg's endpoint
     * @param negotiation echoed in a failure
     * @param sdp the answer, at most 64 kB
     */
    record ApplyTrunkAnswer(EndpointId endpoint, NegotiationId negotiation, String sdp)
            implements MediaCommand {}

    /**
     * Says what an endpoint hears from now on.
     *
     * @param endpoint who hears
     * @param hearing what
     */
    record Hear(EndpointId endpoint, Hearing hearing) implements MediaCommand {}

    /**
     * Says whether an endpoint's voice is passed on.
     *
     * @param endpoint whose voice
     * @param muted true: nobody hears it
     */
    record Mute(EndpointId endpoint, boolean muted) implements MediaCommand {}

    /**
     * Sends telephone-events (RFC 4733), 100 ms each, 100 ms apart, after those still being sent.
     *
     * @param endpoint who receives them
     * @param digits 1 to 64 of {@code 0-9 * # A-D}
     */
    record SendDigits(EndpointId endpoint, String digits) implements MediaCommand {}

    /**
     * Plays sounds to everybody in a room, over what they hear.
     *
     * @param room which room; nothing happens if nobody is in it
     * @param sounds in order
     */
    record PlayInRoom(RoomId room, List<Sound> sounds) implements MediaCommand {
        /** Copies the list. */
        public PlayInRoom {
            sounds = List.copyOf(sounds);
        }
    }

    /**
     * Ends an endpoint (RTCP BYE, DTLS close_notify) and frees what it held.
     *
     * @param endpoint which one
     */
    record Close(EndpointId endpoint) implements MediaCommand {}
}
