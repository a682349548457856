package org.sonnerie.media.endpoint;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** The relay's counters. Thread safe; counting costs no lock and no allocation. */
public final class Counters {
    private final Map<Counter, LongAdder> adders = new EnumMap<>(Counter.class);

    /** All at 0. */
    public Counters() {
        for (Counter counter : Counter.values()) {
            adders.put(counter, new LongAdder());
        }
    }

    /**
     * Counts one.
     *
     * @param counter of what
     */
    public void count(Counter counter) {
        adder(counter).increment();
    }

    /**
     * Counts several, or takes off a {@code _NOW}.
     *
     * @param counter of what
     * @param number how many
     */
    public void add(Counter counter, long number) {
        adder(counter).add(number);
    }

    /**
     * One count.
     *
     * @param counter of what
     * @return so far
     */
    public long of(Counter counter) {
        return adder(counter).sum();
    }

    /**
     * All counts.
     *
     * @return by {@link Counter#text()}, sorted
     */
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new TreeMap<>();
        for (Counter counter : Counter.values()) {
            snapshot.put(counter.text(), of(counter));
        }
        return snapshot;
    }

    private LongAdder adder(Counter counter) {
        return Objects.requireNonNull(adders.get(counter));
    }
}
