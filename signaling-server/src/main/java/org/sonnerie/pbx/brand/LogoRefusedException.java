package org.sonnerie.pbx.brand;

/** What was sent can be no logo. */
public class LogoRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    private final Why why;

    /** What is wrong with it. */
    public enum Why {
        /** The file is too large. */
        TOO_LARGE,
        /** It is no picture of a kind that can be read. */
        NO_PICTURE,
        /** It is too many pixels wide or high. */
        TOO_MANY_PIXELS
    }

    LogoRefusedException(Why why) {
        super(why.name());
        this.why = why;
    }

    /**
     * What is wrong with it.
     *
     * @return the reason
     */
    public Why why() {
        return why;
    }
}
