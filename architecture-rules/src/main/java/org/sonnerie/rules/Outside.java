package org.sonnerie.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Scanner;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.regex.Pattern;

/**
 * What of the Java library reaches outside the program: by a call, or by a reference to what would
 * make one.
 */
final class Outside {
    /** A clock is asked, or slept by. */
    static final DescribedPredicate<JavaAccess<?>> ASKS_THE_TIME =
            access(
                    "ask a clock or sleep",
                    "java\\.time\\.[A-Za-z]+\\.now\\(.*",
                    "java\\.time\\.(Clock|InstantSource)\\.system.*",
                    "java\\.lang\\.System\\.(nanoTime|currentTimeMillis)\\(.*",
                    "java\\.lang\\.Thread\\.sleep\\(.*",
                    "java\\.util\\.concurrent\\.TimeUnit\\.sleep\\(.*",
                    "java\\.util\\.Date\\.<init>\\(.*",
                    "java\\.util\\.Calendar\\.getInstance\\(.*");

    /** Threads come from here. */
    static final DescribedPredicate<JavaClass> MAKES_THREADS =
            assignableTo(
                    "make threads",
                    Thread.class,
                    Executors.class,
                    ThreadPoolExecutor.class,
                    ForkJoinPool.class,
                    Timer.class);

    /** Work goes to a pool that nobody gave. */
    static final DescribedPredicate<JavaAccess<?>> BORROWS_THE_COMMON_POOL =
            access(
                    "use the common pool",
                    "java\\.util\\.concurrent\\.CompletableFuture\\.(supply|run)Async\\([^,]*\\)");

    /** Classes of {@code java.lang}, {@code java.util} and {@code java.time} that are not pure. */
    static final DescribedPredicate<JavaClass> OF_THE_WORLD =
            assignableTo(
                    "are of the world",
                    Thread.class,
                    ThreadLocal.class,
                    Runtime.class,
                    Process.class,
                    ProcessBuilder.class,
                    ProcessHandle.class,
                    ClassLoader.class,
                    Random.class,
                    SplittableRandom.class,
                    Timer.class,
                    TimerTask.class,
                    Scanner.class,
                    ServiceLoader.class,
                    Date.class,
                    Calendar.class,
                    Clock.class,
                    InstantSource.class);

    /**
     * The time, chance, environment or place is asked; of the system only copying is none of that.
     */
    static final DescribedPredicate<JavaAccess<?>> ASKS_THE_WORLD =
            access(
                            "ask the world",
                            "java\\.lang\\.System\\.(?!arraycopy\\().*",
                            "java\\.lang\\.(Strict)?Math\\.random\\(.*",
                            "java\\.lang\\.Class\\.forName\\(.*",
                            "java\\.util\\.UUID\\.randomUUID\\(.*",
                            "java\\.util\\.(Locale|TimeZone)\\.getDefault\\(.*",
                            "java\\.time\\.ZoneId\\.systemDefault\\(.*",
                            "java\\.util\\..*\\.parallel(Stream)?\\(.*")
                    .or(ASKS_THE_TIME);

    private Outside() {}

    /** Arrays count as what they hold. */
    static DescribedPredicate<JavaClass> elementsIn(DescribedPredicate<JavaClass> packages) {
        return describe(
                packages.getDescription(), type -> packages.test(type.getBaseComponentType()));
    }

    private static DescribedPredicate<JavaClass> assignableTo(
            String description, Class<?>... types) {
        return describe(
                description, type -> List.of(types).stream().anyMatch(type::isAssignableTo));
    }

    /** A call of, or a reference to, a method with such a full name; or a field. */
    private static DescribedPredicate<JavaAccess<?>> access(String description, String... names) {
        Pattern any = Pattern.compile(String.join("|", names));
        return describe(
                description, access -> any.matcher(access.getTarget().getFullName()).matches());
    }
}
