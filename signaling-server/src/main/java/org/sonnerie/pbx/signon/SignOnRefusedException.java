package org.sonnerie.pbx.signon;

/** A company's own log-in cannot be as it is wanted. */
public final class SignOnRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;

    /** What is wrong. */
    public enum Why {
        /** The name of it is empty or too long. */
        BAD_LABEL,
        /** The issuer is no address, or not of https. */
        BAD_ISSUER,
        /** The issuer leads into a network that may not be reached. */
        NOT_PUBLIC,
        /** The client's id is empty or too long. */
        BAD_CLIENT,
        /** There is no secret yet, or it is too long. */
        NO_SECRET,
        /** The identity provider does not answer. */
        NO_ANSWER,
        /** What answers is no identity provider, or calls itself by another name. */
        NO_PROVIDER
    }

    SignOnRefusedException(Why why) {
        super(why.name());
        this.why = why;
    }

    /**
     * What is wrong.
     *
     * @return the first thing
     */
    public Why why() {
        return why;
    }
}
