package org.sonnerie.pbx.readiness;

/** What a check can find; the page names each by the same word. */
public enum ReadinessProblem {
    /** The browser does not let the page use the microphone. */
    MICROPHONE_DENIED,
    /** There is no microphone. */
    MICROPHONE_MISSING,
    /** The browser keeps the page silent. */
    SOUND_LOCKED,
    /** Nothing came back from the relay. */
    NO_ECHO,
    /** The person did not hear the test sound. */
    SPEAKER_UNHEARD,
    /** Too much is lost on the way. */
    LOSS,
    /** The way takes too long. */
    DELAY,
    /** The microphone heard nothing. */
    MICROPHONE_SILENT,
    /** The person did not say whether he heard the test sound. */
    SPEAKER_UNCONFIRMED,
    /** UDP is blocked. */
    TCP_ONLY,
    /** Nobody is told of a call while the page is out of sight. */
    NO_NOTIFICATIONS
}
