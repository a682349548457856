package org.sonnerie.media.jitter;

/** What is to be heard next; said by {@link JitterBuffer#take}. */
public enum Playout {
    /** The payload shown by the buffer: decode it. */
    FRAME,
    /**
     * A lost packet whose successor is here and shown by the buffer: recover 20 ms from it. It
     * comes as {@link #FRAME} afterwards.
     */
    RECOVER,
    /** Nothing for 20 ms of speech: make it up. */
    CONCEAL,
    /** The other side is silent, or has not begun: 20 ms of silence. */
    EMPTY
}
