package org.sonnerie.pbx.publish;

/** Something cannot be done with a draft as it stands. */
public final class DraftRefusedException extends RuntimeException {
    /** What stands in the way. */
    public enum Why {
        /** There is no draft. */
        NO_DRAFT("there is no draft"),
        /**
         * There is a draft already, and the one who puts another has not said which he replaces.
         */
        DRAFT_EXISTS("there is a draft already: read it, and say which revision is replaced"),
        /** Somebody changed the draft in between. */
        DRAFT_CHANGED("somebody has changed the draft in the meantime"),
        /** A version was published since the draft was put. */
        PLAN_CHANGED("another version was published in the meantime: put the draft again"),
        /** There is no older version to go back to. */
        NOTHING_TO_UNDO("there is no older version to go back to");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Why why;

    DraftRefusedException(Why why) {
        super(why.sentence);
        this.why = why;
    }

    /**
     * What stands in the way.
     *
     * @return the kind
     */
    public Why why() {
        return why;
    }
}
