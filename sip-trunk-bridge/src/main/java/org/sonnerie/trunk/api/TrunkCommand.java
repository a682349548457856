package org.sonnerie.trunk.api;

import java.util.List;
import java.util.Optional;

/**
 * What the bridge can be told. Each is safe to say twice. One that names an unknown call is counted
 * and dropped.
 */
public sealed interface TrunkCommand {
    /**
     * Replaces all trunks. Calls that are up go on.
     *
     * @param accounts every trunk there shall be
     */
    record Configure(List<TrunkAccount> accounts) implements TrunkCommand {
        /** Copies the list. */
        public Configure {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * Sends an INVITE. Answered by {@link TrunkEvent.Ringing}, {@link TrunkEvent.Answered}, {@link
     * TrunkEvent.Ended}.
     *
     * @param call chosen by the sender
     * @param trunk which trunk
     * @param number what to call: E.164 with "+", or a short number such as 112
     * @param caller shown to the callee: E.164 with "+"; empty: anonymous (RFC 3323)
     * @param callerName display name; may be empty
     * @param sdp the offer
     */
    record PlaceCall(
            TrunkCallId call,
            TrunkId trunk,
            String number,
            Optional<String> caller,
            String callerName,
            String sdp)
            implements TrunkCommand {}

    /**
     * 180 to the carrier.
     *
     * @param call an inbound call
     */
    record Ring(TrunkCallId call) implements TrunkCommand {}

    /**
     * 183 with early media.
     *
     * @param call an inbound call
     * @param sdp the answer
     */
    record Progress(TrunkCallId call, String sdp) implements TrunkCommand {}

    /**
     * 200 to the INVITE.
     *
     * @param call an inbound call
     * @param sdp the answer
     */
    record Answer(TrunkCallId call, String sdp) implements TrunkCommand {}

    /**
     * Ends a call in whatever state: refusal, CANCEL or BYE.
     *
     * @param call which
     * @param cause why; gives the status and the Reason header
     */
    record HangUp(TrunkCallId call, HangupCause cause) implements TrunkCommand {}

    /**
     * 200 to a re-INVITE told by {@link TrunkEvent.Reoffered}.
     *
     * @param call which
     * @param sdp the answer; empty: refuse with 488, the session stays as it was
     */
    record AnswerReoffer(TrunkCallId call, Optional<String> sdp) implements TrunkCommand {}

    /**
     * Ask a trunk once, now, whether it answers; {@link TrunkEvent.Probed} tells. A trunk that is
     * not there is not asked, and nothing is told.
     *
     * @param trunk which
     */
    record Probe(TrunkId trunk) implements TrunkCommand {}
}
