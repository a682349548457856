package org.sonnerie.pbx.tokens;

/** A token cannot be made. */
public final class TokenRefusedException extends RuntimeException {
    private final Why why;

    /** Reasons. */
    public enum Why {
        /** It has no name, or too long a one. */
        BAD_NAME,
        /** It could do nothing. */
        NO_SCOPE,
        /** It would live shorter than a day or longer than a year. */
        BAD_DAYS,
        /** There is a token of that name. */
        NAME_TAKEN,
        /** The company has as many as it can have. */
        TOO_MANY,
        /** The token that asks may not do that itself, or not for so long. */
        BEYOND_ITS_MAKER
    }

    TokenRefusedException(Why why) {
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
