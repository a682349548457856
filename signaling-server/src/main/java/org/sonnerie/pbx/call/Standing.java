package org.sonnerie.pbx.call;

/** Where somebody who came to a conference room stands. */
public enum Standing {
    /** The room has not said yet. */
    COMING,
    /** He hears music until a moderator comes. */
    WAITS_FOR_MODERATOR,
    /** He hears music until a moderator lets him in: the room is locked. */
    WAITS_AT_LOCK,
    /** He is in. */
    IN
}
