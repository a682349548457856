package org.sonnerie.pbx.call;

/** Who hears somebody who supervises a call. He himself hears all who talk. */
public enum Manner {
    /** Nobody. */
    LISTEN,
    /** Only the person of the company whom he supervises. */
    WHISPER,
    /** All. */
    BARGE
}
