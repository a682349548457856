package org.sonnerie.media.net;

/** The machine did not give us a socket. */
public final class NetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * Says what failed.
     *
     * @param reason which kind of failure
     * @param message for the log
     * @param cause what the platform said
     */
    public NetException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Which kind of failure.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /** Kinds of failure. */
    public enum Reason {
        /** The address or port cannot be bound: taken, not ours, or not allowed. */
        CANNOT_BIND,
        /** The network interfaces cannot be listed. */
        CANNOT_LIST_ADDRESSES,
        /** An open socket no longer works. */
        SOCKET_FAILED
    }
}
