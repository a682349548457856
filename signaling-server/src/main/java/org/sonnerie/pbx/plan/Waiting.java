package org.sonnerie.pbx.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rules for those who wait in a queue.
 *
 * @param mostCallers how many wait at most; who comes then is led on
 * @param longestSeconds how long one waits at most, then he is led on
 * @param withoutAgents true: one waits though no agent is on duty
 * @param overflow where those are led who cannot or do not want to wait
 * @param keys what a waiting caller can press, and where it leads
 */
public record Waiting(
        int mostCallers,
        int longestSeconds,
        boolean withoutAgents,
        Overflow overflow,
        Map<Character, Destination> keys) {
    /** 100 callers, half an hour, not without agents, the mailbox if there is one. */
    public static final Waiting USUAL = new Waiting(100, 1_800, false, Overflow.NOWHERE, Map.of());

    /** Copies the map; the order of the keys stays. */
    public Waiting {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /**
     * Where those are led who are not served. Empty: to the queue's mailbox, if it has one.
     *
     * @param full when so many wait that nobody else may
     * @param tooLong when one has waited as long as one may
     * @param noAgents when no agent is on duty
     */
    public record Overflow(
            Optional<Destination> full,
            Optional<Destination> tooLong,
            Optional<Destination> noAgents) {
        /** Nowhere else. */
        public static final Overflow NOWHERE =
                new Overflow(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
