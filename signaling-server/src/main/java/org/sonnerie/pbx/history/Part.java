package org.sonnerie.pbx.history;

import java.time.Duration;

/**
 * What a person had to do with a call.
 *
 * @param role the most of it
 * @param talked for how long he was connected, on hold or not
 */
public record Part(Role role, Duration talked) {
    /** From least to most. */
    public enum Role {
        /** His phone should have rung and did not. */
        NOT_RUNG,
        /** His phone rang, and he did not answer. */
        RANG,
        /** He answered, picked it up, or came in. */
        TOOK,
        /** He called. */
        CALLED
    }

    Part and(Part other) {
        return new Part(
                role.compareTo(other.role) >= 0 ? role : other.role, talked.plus(other.talked));
    }
}
