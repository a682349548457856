package org.sonnerie.media.jitter;

/** What became of a packet given to {@link JitterBuffer#put}. */
public enum Arrival {
    /** It waits for its time. */
    KEPT,
    /** It has been here before. */
    DUPLICATE,
    /** Its time was over. */
    LATE,
    /**
     * It began a new stream (other SSRC, or a jump of timestamp or sequence): all before is gone.
     */
    RESTARTED
}
