package org.sonnerie.pbx.recording;

/** A grant that cannot be. */
public class GrantRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    /** What is wrong. */
    public enum Why {
        /** The company has no such person. */
        NOBODY,
        /** It says of nothing that it may be heard. */
        NOTHING,
        /** It names a queue, a ring group or a person that the plan in force does not have. */
        UNKNOWN_PART
    }

    GrantRefusedException(Why why) {
        super(why.name());
        this.why = why;
    }

    /**
     * What is wrong.
     *
     * @return the reason
     */
    public Why why() {
        return why;
    }
}
