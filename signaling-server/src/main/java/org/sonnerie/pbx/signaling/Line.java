package org.sonnerie.pbx.signaling;

/** A WebSocket as the rest of the package sees it. Thread safe, never blocks. */
interface Line {
    /**
     * Sends a frame; on a broken or closed line does nothing.
     *
     * @param frame a text
     */
    void send(String frame);

    /**
     * Says why and closes, after what was sent so far.
     *
     * @param code why
     */
    void close(CloseCode code);

    /**
     * Whether it is being closed, by whichever side.
     *
     * @return true: nothing more is read or sent
     */
    boolean closing();

    /** Ends it without a word, for a far end that does not take part in the closing. */
    void cut();
}
