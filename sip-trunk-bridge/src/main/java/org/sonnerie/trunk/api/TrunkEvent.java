package org.sonnerie.trunk.api;

import java.time.Duration;
import java.util.Optional;

/** What the bridge tells. Delivered in order for each call. */
public sealed interface TrunkEvent {
    /**
     * An INVITE came from an allowed source. 100 has been sent.
     *
     * @param call chosen by the bridge
     * @param trunk over which trunk
     * @param called the number dialled, E.164 with "+" where it can be read so: as the Request-URI
     *     carries it, or, where that only names our account, as P-Called-Party-ID or To does
     * @param account where the Request-URI only named our account: that name. It is what was called
     *     if nobody knows {@code called}: a forwarded call keeps its first To
     * @param caller the caller's number (P-Asserted-Identity, else From); empty: withheld
     * @param callerName display name; may be empty
     * @param sourceAddress IP literal the SIP came from
     * @param sdp the offer; empty: none was made, the answer to it shall be an offer (RFC 3261
     *     section 13.2.1)
     */
    record CallArrived(
            TrunkCallId call,
            TrunkId trunk,
            String called,
            Optional<String> account,
            Optional<String> caller,
            String callerName,
            String sourceAddress,
            Optional<String> sdp)
            implements TrunkEvent {}

    /**
     * 180, or 183 without SDP.
     *
     * @param call an outbound call
     */
    record Ringing(TrunkCallId call) implements TrunkEvent {}

    /**
     * A provisional answer with early media.
     *
     * @param call an outbound call
     * @param sdp the answer
     */
    record EarlyMedia(TrunkCallId call, String sdp) implements TrunkEvent {}

    /**
     * 200 to our INVITE; ACK has been sent. Or the ACK of an inbound call that came without an
     * offer: what {@link TrunkCommand.Answer} offered has been answered.
     *
     * @param call which
     * @param sdp the answer; empty: the early one stays
     */
    record Answered(TrunkCallId call, Optional<String> sdp) implements TrunkEvent {}

    /**
     * The call is over: refused, cancelled, hung up, timed out. Nothing more follows.
     *
     * @param call which
     * @param cause why
     * @param sipStatus the final status, 0 where there was none
     */
    record Ended(TrunkCallId call, HangupCause cause, int sipStatus) implements TrunkEvent {}

    /**
     * The carrier sent a re-INVITE with an offer that is not the one it made before: one that is
     * the same is answered with our last answer and not told.
     *
     * @param call which
     * @param sdp the offer
     */
    record Reoffered(TrunkCallId call, String sdp) implements TrunkEvent {}

    /**
     * A trunk's state changed.
     *
     * @param trunk which
     * @param state what it is now
     * @param sipStatus what the carrier answered, where that says more than the state; else 0
     * @param detail for the admin, in plain English without secrets; may be empty
     */
    record TrunkStateChanged(TrunkId trunk, TrunkState state, int sipStatus, String detail)
            implements TrunkEvent {}

    /**
     * What came of {@link TrunkCommand.Probe}.
     *
     * @param trunk which
     * @param sipStatus what the carrier answered; 0: nothing, in the time it had
     * @param took from the question to the answer, or for how long it was waited for
     */
    record Probed(TrunkId trunk, int sipStatus, Duration took) implements TrunkEvent {}

    /** What is known of a trunk. */
    enum TrunkState {
        /** Not tried yet. */
        UNKNOWN,
        /** OPTIONS is answered, or the registration stands. */
        UP,
        /** Nothing answers, or only to say that it does not work. */
        DOWN,
        /** The carrier refuses our credentials. */
        REFUSED
    }
}
