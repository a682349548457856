package org.sonnerie.pbx.call;

/** What a person wants of the recording of his call. */
public enum RecordingWish {
    /** It begins. */
    START,
    /** From now on nobody is recorded. */
    PAUSE,
    /** From now on all are again. */
    RESUME,
    /** It is over. */
    STOP
}
