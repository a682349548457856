package org.sonnerie.pbx.signaling;

/** Why a message was not followed (docs/protocol.md). */
enum ErrorCode {
    /** The frame is not a JSON object. */
    NOT_JSON,
    /** No such message. */
    UNKNOWN_TYPE,
    /** A member is missing or of the wrong kind. */
    BAD_MESSAGE,
    /** The ticket is not good, or something was said before hello. */
    NOT_LOGGED_IN,
    /** Too many messages. */
    RATE_LIMITED,
    /** There is no such call, or it is not this person's. */
    NO_SUCH_CALL,
    /** The call is not in a state in which this can be done. */
    WRONG_STATE,
    /** What was typed leads nowhere. */
    UNKNOWN_NUMBER,
    /** The company has not opened this kind of number. */
    NOT_ALLOWED,
    /** Only a moderator who is in the room may do that. */
    NOT_MODERATOR,
    /** This person, or whom it is about, is not in the room. */
    NOT_IN_ROOM,
    /** No slot is free to park in. */
    NO_SLOT,
    /** Whoever was typed has no mailbox. */
    NO_MAILBOX,
    /** Another phone answered first. */
    ANSWERED_ELSEWHERE,
    /** The offer cannot be used. */
    BAD_SDP,
    /** The server cannot take one more call now. */
    NO_CAPACITY,
    /** The person has as many calls as one may have. */
    TOO_MANY_CALLS,
    /** The company has as many calls as it may have. */
    COMPANY_FULL,
    /** The person has as many pages as one may have. */
    TOO_MANY_PAGES,
    /** The company keeps as much sound as it may. */
    STORAGE_FULL,
    /** The server cannot write down what a new call does. */
    LOG_UNAVAILABLE,
    /** The relay did not answer in time. */
    TIMED_OUT,
    /** The server's fault. */
    INTERNAL
}
