package org.sonnerie.media.api;

import org.jspecify.annotations.Nullable;

/** A file cannot be made into a sound. */
public final class ImportRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;

    /** What is wrong with a file. */
    public enum Why {
        /** It is neither WAV nor AIFF nor AU, or is broken. */
        UNKNOWN_FORMAT,
        /** It lasts less than half a second. */
        TOO_SHORT,
        /** It lasts longer than {@link SoundImporter#LONGEST}. */
        TOO_LONG,
        /** Nothing can be heard in it. */
        SILENT
    }

    /**
     * Says why.
     *
     * @param why what is wrong
     * @param cause what the reader said; null: nothing
     */
    public ImportRefusedException(Why why, @Nullable Throwable cause) {
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
