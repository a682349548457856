package org.sonnerie.media.ice;

/** What a STUN message did. */
public sealed interface IceResult {
    /**
     * An authentic check.
     *
     * @param reply the success response
     * @param change what is different now
     */
    record Accepted(IceReply reply, Change change) implements IceResult {}

    /**
     * A check that gets an error response and changes nothing.
     *
     * @param reply the error response
     * @param code 400, 401, 420 or 487
     */
    record Refused(IceReply reply, int code) implements IceResult {}

    /**
     * A message that gets no answer and changes nothing.
     *
     * @param cause for the counter
     */
    record Dropped(Cause cause) implements IceResult {}

    /** What an authentic check changed. */
    enum Change {
        /** Only the time it was last heard. */
        NONE,
        /** A pair is valid that was not: DTLS may begin on it. */
        VALIDATED,
        /** The selected pair is another one: send there from now on. */
        SELECTED,
        /** As {@link #SELECTED}, by the new credentials of a restart: the old ones are gone. */
        RESTARTED
    }

    /** Why a message was not answered. */
    enum Cause {
        /** Not a whole STUN binding request. */
        MALFORMED,
        /** Its checksum (FINGERPRINT) is wrong. */
        DAMAGED,
        /** Its user name is not of this session. */
        UNKNOWN_USER,
        /** Its transaction was seen from another address: a replay. */
        REPLAYED
    }
}
