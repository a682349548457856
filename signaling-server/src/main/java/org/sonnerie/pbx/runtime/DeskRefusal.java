package org.sonnerie.pbx.runtime;

/** A phone asked for something that cannot be done; the code is told to the page. */
public final class DeskRefusal extends RuntimeException {
    private final Code code;

    /**
     * Refuses.
     *
     * @param code why
     */
    public DeskRefusal(Code code) {
        super(code.name(), null, false, false);
        this.code = code;
    }

    /**
     * Why.
     *
     * @return the code
     */
    public Code code() {
        return code;
    }

    /** The kinds of refusal. */
    public enum Code {
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
        /** The company keeps as much sound as it may. */
        STORAGE_FULL,
        /** What a new call does could be written nowhere. */
        LOG_UNAVAILABLE,
        /** The relay did not answer in time. */
        TIMED_OUT
    }
}
