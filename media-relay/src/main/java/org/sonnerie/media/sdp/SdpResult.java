package org.sonnerie.media.sdp;

import org.sonnerie.media.api.MediaEvent.NegotiationFailure;

/**
 * What reading an SDP led to.
 *
 * @param <T> what is read
 */
public sealed interface SdpResult<T> {
    /**
     * It can be used.
     *
     * @param content what was read
     * @param <T> its type
     */
    record Read<T>(T content) implements SdpResult<T> {}

    /**
     * It cannot be used.
     *
     * @param reason for the other side
     * @param detail for the log; holds no text of the SDP
     * @param <T> what was to be read
     */
    record Refused<T>(NegotiationFailure reason, String detail) implements SdpResult<T> {}

    /**
     * A refusal because of the grammar.
     *
     * @param detail for the log
     * @param <T> what was to be read
     * @return the refusal
     */
    static <T> SdpResult<T> malformed(String detail) {
        return new Refused<>(NegotiationFailure.MALFORMED, detail);
    }
}
