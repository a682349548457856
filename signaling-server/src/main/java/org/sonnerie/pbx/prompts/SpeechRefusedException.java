package org.sonnerie.pbx.prompts;

/** A text is not spoken. */
public final class SpeechRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Why why;

    /** What is wrong. */
    public enum Why {
        /** No program that speaks was found when the server was started. */
        NO_ENGINE,
        /** None that was found speaks the language. */
        NO_VOICE,
        /** There is nothing to say. */
        NO_TEXT,
        /** It is longer than 2,000 characters. */
        TEXT_TOO_LONG,
        /** The program took too long. */
        TIMED_OUT,
        /** The program failed, or what it made is no sound. */
        FAILED
    }

    SpeechRefusedException(Why why) {
        super(why.name());
        this.why = why;
    }

    /**
     * What is wrong.
     *
     * @return for the person who asked
     */
    public Why why() {
        return why;
    }
}
