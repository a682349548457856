package org.sonnerie.trunk.api;

import java.util.Map;
import java.util.Optional;

/** The SIP side as its user sees it. Thread safe. */
public interface TrunkBridge extends AutoCloseable {
    /**
     * Hands a command over; returns at once. Commands for one call are carried out in the order
     * given.
     *
     * @param command what to do
     */
    void submit(TrunkCommand command);

    /**
     * What was counted since the start, for metrics and tests.
     *
     * @return a snapshot, names in snake_case, never decreasing but for those ending in {@code
     *     _now}
     */
    Map<String, Long> counters();

    /**
     * The SIP Call-ID of a call, so that a carrier can be asked about it.
     *
     * @param call which
     * @return empty if there is no such call
     */
    Optional<String> sipCallId(TrunkCallId call);

    /** Hangs up what is up and frees the ports. */
    @Override
    void close();
}
