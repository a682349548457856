package org.sonnerie.media.endpoint;

import org.sonnerie.media.api.MediaEvent.NegotiationFailure;

/** How a negotiation went. */
public sealed interface Negotiated {
    /**
     * Well.
     *
     * @param sdp to pass on; empty after an answer was applied
     */
    record Agreed(String sdp) implements Negotiated {}

    /**
     * Badly; the endpoint stays as it was.
     *
     * @param reason to be told
     * @param detail for the log: no addresses, no credentials
     */
    record Refused(NegotiationFailure reason, String detail) implements Negotiated {}
}
