package org.sonnerie.media.engine;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.endpoint.Counter;
import org.sonnerie.media.endpoint.Counters;

/**
 * Where defects of our own end: a defect met in one call must neither end the sound of all others
 * nor fill the log. Counts each, logs the first, second, fourth, eighth and so on. Thread safe.
 */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Counters counters;
    private final AtomicLong numbers = new AtomicLong();

    Failures(Counters counters) {
        this.counters = counters;
    }

    /** Does something that may fail. */
    void guard(Runnable work, Object what) {
        try {
            work.run();
        } catch (RuntimeException defect) {
            note(defect, what);
        }
    }

    void note(RuntimeException defect, Object what) {
        long number = numbers.incrementAndGet();
        counters.count(Counter.FAILURES);
        if (Long.bitCount(number) == 1) {
            LOG.error("failure number {}: {}", number, what, defect);
        }
    }
}
