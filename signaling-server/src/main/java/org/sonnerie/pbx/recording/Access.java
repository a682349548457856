package org.sonnerie.pbx.recording;

/** What can be done with a recording. */
public enum Access {
    /** Its sound was fetched, to be heard or kept. */
    FETCHED,
    /** It was deleted. */
    DELETED,
    /** It was taken back. */
    RESTORED
}
