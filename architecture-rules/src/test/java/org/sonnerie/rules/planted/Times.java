package org.sonnerie.rules.planted;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Each asks a clock, or sleeps, in another way. */
@SuppressWarnings({"JavaUtilDate", "TimeZoneUsage", "ThreadSleepMillis"})
public final class Times {
    private Times() {}

    static final class AsksTheInstant {
        Object violation() {
            return Instant.now();
        }
    }

    static final class RefersToTheInstant {
        Supplier<Instant> violation() {
            return Instant::now;
        }
    }

    static final class AsksAClockThatIsGiven {
        Object violation(Clock clock) {
            return Instant.now(clock);
        }
    }

    static final class AsksForNanoseconds {
        long violation() {
            return System.nanoTime();
        }
    }

    static final class RefersToMilliseconds {
        LongSupplier violation() {
            return System::currentTimeMillis;
        }
    }

    static final class AsksTheDate {
        Object violation() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    static final class AsksTheZonedTime {
        Object violation() {
            return ZonedDateTime.now(ZoneOffset.UTC);
        }
    }

    static final class TakesTheSystemsClock {
        Object violation() {
            return Clock.systemUTC();
        }
    }

    static final class TakesTheSystemsInstants {
        Object violation() {
            return InstantSource.system();
        }
    }

    static final class SleepsMilliseconds {
        void violation() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    static final class SleepsADuration {
        void violation() throws InterruptedException {
            Thread.sleep(Duration.ofMillis(1));
        }
    }

    static final class SleepsAUnit {
        void violation() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    static final class MakesADate {
        Object violation() {
            return new Date();
        }
    }

    static final class OpensACalendar {
        Object violation() {
            return Calendar.getInstance();
        }
    }
}
