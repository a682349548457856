package org.sonnerie.e2e.product;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what tells nobody that it has come: looks again and again, up to a limit. */
public final class Await {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long PAUSE_NANOS = 20_000_000;

    private Await() {}

    /**
     * Waits until it is so.
     *
     * @param what for the failure
     * @param condition looked at again and again
     */
    public static void until(String what, BooleanSupplier condition) {
        untilPresent(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /**
     * Waits until there is one.
     *
     * @param what for the failure
     * @param source asked again and again
     * @param <T> what is waited for
     * @return it
     */
    public static <T> T untilPresent(String what, Supplier<Optional<T>> source) {
        return untilPresent(what, LIMIT, source);
    }

    /**
     * Waits until there is one, not longer than that.
     *
     * @param what for the failure
     * @param limit more than it can take
     * @param source asked again and again
     * @param <T> what is waited for
     * @return it
     */
    public static <T> T untilPresent(String what, Duration limit, Supplier<Optional<T>> source) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> there = source.get();
            if (there.isPresent()) {
                return there.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
