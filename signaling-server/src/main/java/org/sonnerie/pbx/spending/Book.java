package org.sonnerie.pbx.spending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sonnerie.pbx.call.LegId;

/**
 * What one company spends: the sums of its days, and the calls that run. Pure but for being
 * changed; one at a time.
 */
final class Book {
    private final Map<LocalDate, Amount> settled = new HashMap<>();
    private final Map<LegId, Running> running = new HashMap<>();
    private final Set<LocalDate> changed = new HashSet<>();

    /** A day's sum as it was kept. */
    void restore(LocalDate day, Amount sum) {
        settled.put(day, sum);
    }

    /**
     * A call wants to begin.
     *
     * @param leg which
     * @param meter what it would cost
     * @param daily what may be spent in a day
     * @param now when
     * @return false: so much is spent already; what costs nothing always begins
     */
    boolean begin(LegId leg, Meter meter, Amount daily, Instant now) {
        boolean free = meter.perMinute().equals(Amount.ZERO);
        boolean begins = free || reckoned(meter.day(now), now).compareTo(daily) < 0;
        if (begins) {
            running.put(leg, new Running(meter, Optional.empty()));
        }
        return begins;
    }

    void answered(LegId leg, Instant now) {
        running.computeIfPresent(leg, (_, one) -> new Running(one.meter(), Optional.of(now)));
    }

    void ended(LegId leg, Instant now) {
        Optional.ofNullable(running.remove(leg))
                .ifPresent(one -> one.days(now).forEach(day -> settle(day, one.cost(day, now))));
    }

    private void settle(LocalDate day, Amount cost) {
        settled.merge(day, cost, Amount::plus);
        changed.add(day);
    }

    /** What has to be reckoned with of a day: what was spent, and what runs. */
    Amount reckoned(LocalDate day, Instant now) {
        return running.values().stream()
                .map(one -> one.reckoned(day, now))
                .reduce(settled.getOrDefault(day, Amount.ZERO), Amount::plus);
    }

    /** As {@link #reckoned}, but only what was spent indeed. */
    Amount spent(LocalDate day, Instant now) {
        return running.values().stream()
                .map(one -> one.cost(day, now))
                .reduce(settled.getOrDefault(day, Amount.ZERO), Amount::plus);
    }

    /** The calls that run have cost more since the last time. */
    void runsOn(Instant now) {
        running.values().stream().flatMap(one -> one.days(now)).forEach(changed::add);
    }

    /** The sums to be kept; they are {@link #changed} again if that fails. */
    Map<LocalDate, Amount> takeChanged(Instant now) {
        Map<LocalDate, Amount> sums =
                changed.stream().collect(Collectors.toMap(day -> day, day -> spent(day, now)));
        changed.clear();
        return sums;
    }

    void changed(Set<LocalDate> days) {
        changed.addAll(days);
    }
}
