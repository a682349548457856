package org.sonnerie.pbx.privacy;

/** A text names no number of which anything could be erased. */
public class NotErasableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    private final Why why;

    /** What is wrong with it. */
    public enum Why {
        /** It is not the whole number of somebody outside. */
        NO_NUMBER,
        /** The company's own numbers are not erased. */
        OWN_NUMBER
    }

    NotErasableException(Why why) {
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
