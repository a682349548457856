package org.sonnerie.pbx.call;

/**
 * Why a leg or a call ended. The page shows each in words; the adapters map them from and to SIP
 * and Q.850.
 */
public enum EndReason {
    /** One of the parties hung up. */
    HUNG_UP,
    /** The caller gave up before an answer. */
    CANCELLED,
    /** The callee declined. */
    DECLINED,
    /** The callee is talking to somebody else. */
    BUSY,
    /** It rang and nobody came. */
    NO_ANSWER,
    /** No phone of the callee can ring now. */
    UNREACHABLE,
    /** Nobody and nothing has this number. */
    UNKNOWN_NUMBER,
    /** The company or the carrier does not allow this call. */
    NOT_ALLOWED,
    /** The company has spent what it may spend in a day. */
    SPENDING_LIMIT,
    /** Another phone answered first. */
    ANSWERED_ELSEWHERE,
    /** A PIN was wrong too often. */
    WRONG_PIN,
    /** A menu got no valid choice. */
    NO_CHOICE,
    /** The page was lost and did not come back in time. */
    PAGE_LOST,
    /** This person handed the call on; the others talk without him. */
    TRANSFERRED,
    /** This person parked the call, and somebody took it from there. */
    RETRIEVED,
    /** The network or the carrier could not carry the call. */
    NETWORK,
    /** A moderator removed this one from the conference. */
    REMOVED,
    /** The conference is over for all. */
    CONFERENCE_OVER,
    /** Sound could not be set up. */
    NO_MEDIA,
    /** The server was stopped or killed while the call was up. */
    SERVER_RESTARTED
}
