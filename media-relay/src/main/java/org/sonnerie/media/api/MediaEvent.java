package org.sonnerie.media.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the relay tells. Delivered in order for each endpoint. */
public sealed interface MediaEvent {
    /** Told of one endpoint. */
    sealed interface OfEndpoint extends MediaEvent {
        /**
         * The endpoint the event is about.
         *
         * @return its id
         */
        EndpointId endpoint();
    }

    /**
     * A second has passed. Told once a second while there are endpoints, and once after the last
     * one: whoever is not named any more is gone.
     *
     * @param at its end
     * @param lateTicks how many ticks of 20 ms of the relay came 20 ms or more late, or were left
     *     out; above 0 everybody's sound suffers
     * @param endpoints what it was like for each
     */
    record SecondPassed(Instant at, int lateTicks, List<EndpointFacts> endpoints)
            implements MediaEvent {
        /** Copies the list. */
        public SecondPassed {
            endpoints = List.copyOf(endpoints);
        }
    }

    /**
     * An answer, or the offer that was asked for.
     *
     * @param endpoint whose
     * @param negotiation as given in the command
     * @param sdp the text to pass on
     */
    record SdpReady(EndpointId endpoint, NegotiationId negotiation, String sdp)
            implements OfEndpoint {}

    /**
     * An offer or answer that cannot be used. The endpoint stays as it was; a new one is not
     * created.
     *
     * @param endpoint whose
     * @param negotiation as given in the command
     * @param reason why
     */
    record NegotiationFailed(
            EndpointId endpoint, NegotiationId negotiation, NegotiationFailure reason)
            implements OfEndpoint {}

    /**
     * Sound can flow both ways: DTLS-SRTP is keyed on a validated path (browser), or the first RTP
     * packet was accepted (trunk). Said again after each {@link MediaLost} and after each new DTLS
     * association.
     *
     * @param endpoint whose
     */
    record MediaUp(EndpointId endpoint) implements OfEndpoint {}

    /**
     * Nothing authentic (STUN, RTP, RTCP) has come for a while, or the other side said
     * close_notify: the page or its network is gone. Silence of a muted microphone is not that.
     *
     * @param endpoint whose
     */
    record MediaLost(EndpointId endpoint) implements OfEndpoint {}

    /**
     * An endpoint in a room begins or ceases to be one of the few talkers who are mixed. Looked at
     * four times a second, and when one leaves the room.
     *
     * @param endpoint who
     * @param speaks true: he is heard now
     */
    record Speaks(EndpointId endpoint, boolean speaks) implements OfEndpoint {}

    /**
     * A key was pressed (RFC 4733, or a tone where that was not agreed), told once, at its start.
     *
     * @param endpoint whose
     * @param digit one of {@code 0-9 * # A-D}
     */
    record DigitPressed(EndpointId endpoint, char digit) implements OfEndpoint {}

    /**
     * The last sound of a programme is over; the endpoint hears nothing until told otherwise. Not
     * said of a programme that was replaced.
     *
     * @param endpoint who heard it
     * @param play which programme
     */
    record PlayEnded(EndpointId endpoint, PlayId play) implements OfEndpoint {}

    /**
     * A recording is over: its file is complete, forced to the disk and closed. Said exactly once
     * of each that began, also of one that failed at once. May come after others of its endpoint
     * that happened later.
     *
     * @param endpoint who was recorded
     * @param recording which
     * @param length how long the file sounds; zero if nobody said anything
     * @param why what ended it
     */
    record RecordingEnded(
            EndpointId endpoint, RecordingId recording, Duration length, RecordingEnd why)
            implements OfEndpoint {}

    /**
     * The recording of a call is over: its file is complete, forced to the disk and closed. Said
     * exactly once of each that began, also of one that failed at once.
     *
     * @param recording which
     * @param length how long the file sounds
     * @param why what ended it
     */
    record CallRecordingEnded(RecordingId recording, Duration length, RecordingEnd why)
            implements MediaEvent {}

    /** Why an SDP was refused. */
    enum NegotiationFailure {
        /** It is no SDP, is larger than 64 kB, or breaks RFC 8866 or RFC 9429. */
        MALFORMED,
        /** No audio codec in common. */
        NO_COMMON_CODEC,
        /** No usable fingerprint, ICE credentials or address. */
        NO_TRANSPORT,
        /** The relay has no port or no room for one more endpoint. */
        NO_CAPACITY
    }
}
