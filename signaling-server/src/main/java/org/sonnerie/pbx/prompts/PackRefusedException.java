package org.sonnerie.pbx.prompts;

/** An archive is not taken at all; nothing was changed. */
public final class PackRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;

    /** What is wrong. */
    public enum Why {
        /** It is neither ZIP nor TAR (compressed by gzip or not), or is broken. */
        NO_ARCHIVE,
        /** A file in it would lie outside of it, or is a link. */
        BAD_PATH,
        /** It holds more files than a pack has. */
        TOO_MANY_FILES,
        /** What is in it is too large once it is unpacked. */
        TOO_LARGE,
        /** All sounds together last longer than half an hour. */
        TOO_LONG,
        /** None of its files is a prompt that is known here. */
        NOTHING_KNOWN,
        /** The company would have more prompts than it can have. */
        TOO_MANY_PROMPTS,
        /** The company would keep more sound than the provider lets it keep. */
        STORAGE_FULL
    }

    PackRefusedException(Why why) {
        super(why.name());
        this.why = why;
    }

    PackRefusedException(Why why, Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    /**
     * What is wrong.
     *
     * @return for the person who sent it
     */
    public Why why() {
        return why;
    }
}
