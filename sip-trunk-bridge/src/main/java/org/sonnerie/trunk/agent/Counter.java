package org.sonnerie.trunk.agent;

/** Counts by name. */
@FunctionalInterface
public interface Counter {
    /**
     * Adds one.
     *
     * @param name in snake_case
     */
    void count(String name);
}
