package org.sonnerie.media.dtls;

/** Why an association did not come to be. */
public enum DtlsFailure {
    /** The peer's certificate is not the one its SDP announced, or it sent none. */
    FINGERPRINT_MISMATCH,
    /** The peer offered no SRTP protection profile of ours. */
    NO_COMMON_PROFILE,
    /** The handshake did not end in time. */
    TIMEOUT,
    /** The peer broke the protocol, or refused with an alert. */
    PROTOCOL,
    /** Too many handshakes at once. */
    BUSY,
    /** We closed it before it was up. */
    CLOSED
}
