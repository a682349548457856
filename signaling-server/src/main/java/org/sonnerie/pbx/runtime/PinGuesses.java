package org.sonnerie.pbx.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many PINs were wrong within the last hour, by room or mailbox and by caller. A PIN of six
 * digits stands for years against fifteen guesses an hour. Thread safe.
 */
final class PinGuesses {
    static final int MOST = 15;
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST_NAMES = 10_000;

    private final Map<String, Deque<Instant>> wrong =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
                    return size() > MOST_NAMES;
                }
            };

    /** Whether one more may be tried, for all of these names. */
    synchronized boolean mayTry(List<String> names, Instant now) {
        return names.stream().allMatch(name -> recent(name, now) < MOST);
    }

    /** One was wrong. */
    synchronized void wasWrong(List<String> names, Instant now) {
        names.forEach(name -> wrong.computeIfAbsent(name, _ -> new ArrayDeque<>()).addLast(now));
    }

    private int recent(String name, Instant now) {
        Deque<Instant> times = wrong.getOrDefault(name, new ArrayDeque<>());
        times.removeIf(time -> !time.plus(REMEMBERED).isAfter(now));
        if (times.isEmpty()) {
            wrong.remove(name);
        }
        return times.size();
    }
}
