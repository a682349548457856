package org.sonnerie.e2e.carrier;

/** What the carrier does with a call that comes in. */
public enum Conduct {
    /** 180, then 200. */
    ANSWERS("200 OK"),
    /** 183 with sound, then nothing until told to answer. */
    PLAYS_EARLY_MEDIA("183 Session Progress"),
    /** 180 and nothing more. */
    NEVER_ANSWERS("180 Ringing"),
    /** Busy. */
    BUSY("486 Busy Here"),
    /** There is no such number. */
    NOT_FOUND("404 Not Found"),
    /** The carrier does not want to. */
    FORBIDDEN("403 Forbidden");

    private final String status;

    Conduct(String status) {
        this.status = status;
    }

    String status() {
        return status;
    }
}
