package org.sonnerie.media.api;

import java.nio.file.Path;
import java.time.Duration;
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
     * Records what an endpoint says, whatever it hears meanwhile, over renegotiations too. Silence,
     * loss and the time in which its page is gone are recorded as long as they last; the silence at
     * the end, beyond half a second, is not. Ended by {@link StopRecording}, by its limits, with
     * the endpoint, or by a failure; each end is told by {@link MediaEvent.RecordingEnded}.
     *
     * @param endpoint whose voice
     * @param recording names it; one that began before is not begun again
     * @param file absolute path of the Ogg Opus file to create; fails if it exists
     * @param limits when it ends by itself
     */
    record StartRecording(
            EndpointId endpoint, RecordingId recording, String file, RecordingLimits limits)
            implements MediaCommand {
        /** Checks the path. */
        public StartRecording {
            if (!Path.of(file).isAbsolute()) {
                throw new IllegalArgumentException("not an absolute path");
            }
        }
    }

    /**
     * Ends a recording. Nothing happens if it is over.
     *
     * @param endpoint whose voice
     * @param recording which
     */
    record StopRecording(EndpointId endpoint, RecordingId recording) implements MediaCommand {}

    /**
     * Begins the recording of a call: an Ogg Opus file that runs with the relay's clock, from this
     * moment on, whoever comes and goes. Nobody is in it until {@link RecordFrom} says so. Ended by
     * {@link StopCallRecording}, by its length, with the relay, or by a failure; each end is told
     * by {@link MediaEvent.CallRecordingEnded}.
     *
     * @param recording names it; one that began before is not begun again
     * @param file absolute path of the file to create; fails if it exists
     * @param channels 1, or 2: left and right, of which neither contains anything of the other
     * @param longest when it ends by itself, at most 24 h
     */
    record StartCallRecording(RecordingId recording, String file, int channels, Duration longest)
            implements MediaCommand {
        /** Checks the ranges. */
        public StartCallRecording {
            boolean sound =
                    Path.of(file).isAbsolute()
                            && (channels == 1 || channels == 2)
                            && longest.isPositive()
                            && longest.compareTo(Duration.ofHours(24)) <= 0;
            if (!sound) {
                throw new IllegalArgumentException("terms of a recording");
            }
        }
    }

    /**
     * Says who is recorded from now on; until then, and while that is nobody, there is silence.
     *
     * @param recording which
     * @param source who
     */
    record RecordFrom(RecordingId recording, RecordingSource source) implements MediaCommand {}

    /**
     * Ends the recording of a call. Nothing happens if it is over.
     *
     * @param recording which
     */
    record StopCallRecording(RecordingId recording) implements MediaCommand {}

    /**
     * Ends an endpoint (RTCP BYE, DTLS close_notify) and frees what it held.
     *
     * @param endpoint which one
     */
    record Close(EndpointId endpoint) implements MediaCommand {}
}
