package org.sonnerie.pbx.config;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Something that counts, shown at {@code /actuator/prometheus} as {@code sonnerie_<part>_<name>}.
 *
 * @param part of the system, in snake_case
 * @param counters asked at each look; names in snake_case, those ending in {@code _now} go up and
 *     down, the others only up
 */
public record CounterSource(String part, Supplier<Map<String, Long>> counters) {}
