package org.sonnerie.trunk.runtime;

import java.io.Serial;

/** The SIP side cannot start. */
public final class TrunkRuntimeException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final Reason reason;

    TrunkRuntimeException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * What kind of failure it was.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /** Why it did not start. */
    public enum Reason {
        /** The address is not of this machine, or the port is taken. */
        CANNOT_BIND
    }
}
