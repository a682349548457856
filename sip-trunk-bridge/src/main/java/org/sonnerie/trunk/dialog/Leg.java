package org.sonnerie.trunk.dialog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonnerie.trunk.api.HangupCause;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.sip.ClientKey;
import org.sonnerie.trunk.sip.ServerKey;
import org.sonnerie.trunk.sip.SipRequest;
import org.sonnerie.trunk.sip.SipResponse;
import org.sonnerie.trunk.sip.UserEffect;

/** One call over a trunk. Owned by one thread. */
public sealed interface Leg permits InboundLeg, OutboundLeg {
    /**
     * Its name.
     *
     * @return as in commands and events
     */
    TrunkCallId call();

    /**
     * Its Call-ID.
     *
     * @return as on the wire
     */
    String sipCallId();

    /**
     * Tells whether a request inside a dialog is this leg's.
     *
     * @param request with a tag in To
     * @return true if both tags fit
     */
    boolean owns(SipRequest request);

    /**
     * A request inside the dialog came, or the CANCEL of the INVITE.
     *
     * @param key to answer it by
     * @param request BYE, INVITE, CANCEL or OPTIONS
     * @param now the time
     */
    void request(ServerKey key, SipRequest request, Instant now);

    /**
     * The ACK of a 2xx came.
     *
     * @param ack the request
     * @param now the time
     */
    void ack(SipRequest ack, Instant now);

    /**
     * A response to a request of this leg came.
     *
     * @param key of the request
     * @param response provisional or final
     * @param now the time
     */
    void response(ClientKey key, SipResponse response, Instant now);

    /**
     * Nothing answers a request of this leg.
     *
     * @param key of the request
     * @param now the time
     */
    void noAnswer(ClientKey key, Instant now);

    /**
     * Ends it in whatever state.
     *
     * @param cause why
     * @param now the time
     */
    void hangUp(HangupCause cause, Instant now);

    /**
     * Answers a re-INVITE. Does nothing where none waits.
     *
     * @param sdp empty: refused
     * @param now the time
     */
    void answerReoffer(Optional<String> sdp, Instant now);

    /**
     * Time went by.
     *
     * @param now the time
     */
    void tick(Instant now);

    /**
     * When {@link #tick} is due.
     *
     * @return {@link org.sonnerie.trunk.sip.Timing#NEVER} if nothing is awaited
     */
    Instant deadline();

    /**
     * Where requests inside the dialog go, and come from.
     *
     * @return a host, once the call is established
     */
    Optional<String> peer();

    /**
     * Tells whether it can be forgotten.
     *
     * @return true at the end
     */
    boolean over();

    /**
     * Takes what is to be done.
     *
     * @return in order; empty if nothing
     */
    List<UserEffect> drain();
}
