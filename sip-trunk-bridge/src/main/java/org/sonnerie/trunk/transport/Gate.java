package org.sonnerie.trunk.transport;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sonnerie.trunk.routing.TrunkTable;

/**
 * Who may send, asked before anything is parsed: strangers never, trunks at a bounded rate. Thread
 * safe.
 */
public final class Gate {
    private static final long PER_SECOND = 2_000;
    private static final long BURST = 4_000;
    private static final long NANOS_PER_TOKEN = 1_000_000_000L / PER_SECOND;
    private static final int MOST_SOURCES = 10_000;

    /** The answer. */
    public enum Verdict {
        /** It may be parsed. */
        ADMITTED,
        /** No trunk's address: no answer of any kind. */
        STRANGER,
        /** Too much of it. */
        TOO_FAST
    }

    /** When the bucket of a source would be full again: a token bucket kept as one number. */
    private final ConcurrentHashMap<String, Long> fullAt = new ConcurrentHashMap<>();

    private volatile TrunkTable trunks = TrunkTable.EMPTY;
    private volatile Set<String> guests = Set.of();

    /**
     * Sets who is known.
     *
     * @param table the trunks from now on
     * @param others hosts their dialogs go on with
     */
    public void admit(TrunkTable table, Set<String> others) {
        trunks = table;
        guests = Set.copyOf(others);
    }

    /**
     * Who else is known.
     *
     * @return the hosts last set
     */
    public Set<String> guests() {
        return guests;
    }

    /**
     * Who is known.
     *
     * @return the table last set
     */
    public TrunkTable trunks() {
        return trunks;
    }

    /**
     * Asks without counting: may this source connect?
     *
     * @param address IP literal
     * @return false for a stranger
     */
    public boolean knows(String address) {
        return trunks.knows(address) || guests.contains(address);
    }

    /**
     * Asks for one message.
     *
     * @param address IP literal it came from
     * @param nowNanos a clock that never goes back
     * @return what to do with it
     */
    public Verdict ask(String address, long nowNanos) {
        if (!knows(address)) {
            return Verdict.STRANGER;
        }
        if (fullAt.size() > MOST_SOURCES) {
            fullAt.clear();
        }
        long full =
                fullAt.merge(
                        address,
                        nowNanos + NANOS_PER_TOKEN,
                        (before, _) -> spent(before, nowNanos));
        return full - nowNanos <= BURST * NANOS_PER_TOKEN ? Verdict.ADMITTED : Verdict.TOO_FAST;
    }

    private static long spent(long before, long nowNanos) {
        long from = before - nowNanos > 0 ? before : nowNanos;
        // A source that is refused does not push its own pardon away for ever.
        long most = nowNanos + (BURST + 1) * NANOS_PER_TOKEN;
        return Math.min(from + NANOS_PER_TOKEN, most);
    }
}
