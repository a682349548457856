package org.sonnerie.pbx.config;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often somebody has failed of late, for many at once. Thread safe. */
public final class FailureCount {
    private static final int REMEMBERED = 20_000;

    private final Duration forgottenAfter;
    private final Map<String, Failures> failures =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /**
     * Nobody has failed yet.
     *
     * @param forgottenAfter so long after his last failure somebody begins anew
     */
    public FailureCount(Duration forgottenAfter) {
        this.forgottenAfter = forgottenAfter;
    }

    /**
     * How often he has failed.
     *
     * @param who names him
     * @param now the time
     * @return 0: not of late
     */
    public synchronized int of(String who, Instant now) {
        Failures known = failures.get(who);
        return known == null || known.last().plus(forgottenAfter).isBefore(now) ? 0 : known.count();
    }

    /**
     * Once more.
     *
     * @param who names him
     * @param now the time
     */
    public synchronized void add(String who, Instant now) {
        failures.put(who, new Failures(of(who, now) + 1, now));
    }

    /**
     * He has not failed.
     *
     * @param who names him
     */
    public synchronized void forget(String who) {
        failures.remove(who);
    }

    private record Failures(int count, Instant last) {}
}
