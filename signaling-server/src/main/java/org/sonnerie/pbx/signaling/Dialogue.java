package org.sonnerie.pbx.signaling;

/** What is said over one socket. Its frames come one after another. */
interface Dialogue {
    /**
     * A frame came.
     *
     * @param text at most 64 kB
     */
    void received(String text);

    /** Something that is no text came. */
    void receivedBinary();

    /**
     * The socket is closed.
     *
     * @param code the close code, 1006 where there was none
     */
    void closed(int code);
}
