package org.sonnerie.pbx.signaling;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody of a company as all his colleagues may see him: nothing of whom he talks to.
 *
 * @param extension names him within his company
 * @param name the full name
 * @param department where the plan says one
 * @param presence how he is reached now
 */
record Colleague(String extension, String name, Optional<String> department, Presence presence) {
    /**
     * How somebody is reached now.
     *
     * @param state in one word
     * @param since of a call, when it was answered, else when it began; empty: there is none
     */
    record Presence(State state, Optional<Instant> since) {
        /** Without a call. */
        static Presence idle(State state) {
            return new Presence(state, Optional.empty());
        }
    }

    /** In the order in which the first that holds is told. */
    enum State {
        /** He places a call, is in one, or has it on hold. */
        IN_CALL,
        /** His phone rings. */
        RINGING,
        /** He does not want to be rung. */
        DO_NOT_DISTURB,
        /** A page of his answered a probe within the last 10 s and can ring. */
        AVAILABLE,
        /** No page of his did. */
        ASLEEP
    }
}
