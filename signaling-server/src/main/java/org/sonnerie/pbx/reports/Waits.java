package org.sonnerie.pbx.reports;

import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.sonnerie.pbx.history.QueueVisit.End;

/** How long callers waited, to the second. Filled while it is read; then it does not change. */
public final class Waits {
    /** Whoever gives up sooner did not mean to wait, and counts against nobody. */
    public static final int SHORT_SECONDS = 5;

    private static final int ALL_PERCENT = 100;

    private final Map<End, NavigableMap<Integer, Long>> calls = new EnumMap<>(End.class);
    private long talkMillis;

    Waits() {}

    /**
     * Of nobody.
     *
     * @return without figures
     */
    public static Waits none() {
        return new Waits();
    }

    void add(End end, int seconds, long many, long talked) {
        calls.computeIfAbsent(end, _ -> new TreeMap<>()).merge(seconds, many, Long::sum);
        talkMillis += talked;
    }

    private NavigableMap<Integer, Long> of(End end) {
        return calls.getOrDefault(end, new TreeMap<>());
    }

    private static long sum(Map<Integer, Long> some) {
        return some.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How many ended so.
     *
     * @param end how
     * @return at least 0
     */
    public long calls(End end) {
        return sum(of(end));
    }

    /**
     * How many came.
     *
     * @return at least 0
     */
    public long offered() {
        return calls.values().stream().mapToLong(Waits::sum).sum();
    }

    /**
     * How many gave up within {@value #SHORT_SECONDS} s.
     *
     * @return at least 0
     */
    public long shortlyAbandoned() {
        return sum(of(End.ABANDONED).headMap(SHORT_SECONDS, false));
    }

    /**
     * The longest of all waits.
     *
     * @return in s; empty: nobody came
     */
    public OptionalInt longest() {
        return calls.values().stream().mapToInt(NavigableMap::lastKey).max();
    }

    /**
     * The wait that a part of those who were answered did not exceed.
     *
     * @param percent 50: the median
     * @return in s; empty: nobody was answered
     */
    public OptionalInt percentile(int percent) {
        long rank = Math.ceilDiv(calls(End.ANSWERED) * percent, (long) ALL_PERCENT);
        long seen = 0;
        for (Map.Entry<Integer, Long> some : of(End.ANSWERED).entrySet()) {
            seen += some.getValue();
            if (seen >= rank) {
                return OptionalInt.of(some.getKey());
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The service level: of those who came and did not give up at once, the part that was answered
     * in time.
     *
     * @param seconds in time is: within so many
     * @return in per cent, rounded down; empty: there was nobody
     */
    public OptionalInt answeredWithin(int seconds) {
        long meant = offered() - shortlyAbandoned();
        return meant == 0
                ? OptionalInt.empty()
                : OptionalInt.of(
                        (int) (ALL_PERCENT * sum(of(End.ANSWERED).headMap(seconds, true)) / meant));
    }

    /**
     * The mean talk after an answer.
     *
     * @return in s, rounded; empty: nobody was answered
     */
    public OptionalInt meanTalk() {
        long answered = calls(End.ANSWERED);
        return answered == 0
                ? OptionalInt.empty()
                : OptionalInt.of(Math.round(talkMillis / (1_000f * answered)));
    }
}
