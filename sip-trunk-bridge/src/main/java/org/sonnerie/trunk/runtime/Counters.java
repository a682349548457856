package org.sonnerie.trunk.runtime;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.sonnerie.trunk.agent.Counter;

/** Counts by name. Thread safe. */
final class Counters implements Counter {
    private final ConcurrentHashMap<String, LongAdder> byName = new ConcurrentHashMap<>();

    @Override
    public void count(String name) {
        byName.computeIfAbsent(name, _ -> new LongAdder()).increment();
    }

    Map<String, Long> snapshot() {
        Map<String, Long> all = new TreeMap<>();
        byName.forEach((name, adder) -> all.put(name, adder.sum()));
        return all;
    }
}
