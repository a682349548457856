package org.sonnerie.pbx.webhooks;

/** A webhook cannot be made. */
public final class WebhookRefusedException extends RuntimeException {
    private final Why why;

    /** Reasons. */
    public enum Why {
        /** It has no name, or too long a one. */
        BAD_NAME,
        /** It would be told of nothing. */
        NO_EVENT,
        /** It is no https address of a host. */
        BAD_ADDRESS,
        /** It leads into the server's own net, or to no single machine. */
        NOT_PUBLIC,
        /** The company has as many as it can have. */
        TOO_MANY
    }

    WebhookRefusedException(Why why) {
        super(why.name());
        this.why = why;
    }

    /**
     * The reason.
     *
     * @return why
     */
    public Why why() {
        return why;
    }
}
