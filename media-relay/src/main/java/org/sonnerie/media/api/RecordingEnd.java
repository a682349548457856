package org.sonnerie.media.api;

/** Why a recording is over. */
public enum RecordingEnd {
    /** It was told to. */
    STOPPED,
    /** Nobody said anything for as long as its limits allow. */
    SILENCE,
    /** It is as long as its limits allow. */
    TOO_LONG,
    /** The endpoint was closed, or the relay. */
    ENDPOINT_CLOSED,
    /**
     * The file could not be made or written: it exists, its folder does not, the disk is full. What
     * was forced to the disk before is in it.
     */
    FAILED
}
