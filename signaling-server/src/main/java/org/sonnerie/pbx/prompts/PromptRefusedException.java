package org.sonnerie.pbx.prompts;

/** A prompt cannot be kept, or not be taken away. */
public final class PromptRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Why why;

    /** What is wrong. */
    public enum Why {
        /** The name is not letters, digits, - and _, at most 64. */
        BAD_NAME,
        /** The file is neither WAV nor AIFF nor AU, or is broken. */
        UNKNOWN_FORMAT,
        /** It lasts less than half a second. */
        TOO_SHORT,
        /** It lasts more than ten minutes. */
        TOO_LONG,
        /** Nothing can be heard in it. */
        SILENT,
        /** The company has as many as it can have. */
        TOO_MANY,
        /** The company keeps as much sound as the provider lets it keep. */
        STORAGE_FULL,
        /** The published plan names it, and there is no built-in one of that name. */
        IN_USE
    }

    PromptRefusedException(Why why) {
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
