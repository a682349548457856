package org.sonnerie.rules.planted;

import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/** Each gets a thread in another way. */
@SuppressWarnings({"FutureReturnValueIgnored", "UnusedVariable"})
public final class Workers {
    private Workers() {}

    static final class MakesAThread {
        Object violation() {
            return new Thread(() -> {});
        }
    }

    static final class MakesAVirtualThread {
        Object violation() {
            return Thread.ofVirtual().unstarted(() -> {});
        }
    }

    static final class RefersToAThread {
        Function<Runnable, Object> violation() {
            return Thread::new;
        }
    }

    static final class MakesAnExecutor {
        Object violation() {
            return Executors.newSingleThreadExecutor();
        }
    }

    static final class MakesAPool {
        Object violation() {
            return new ScheduledThreadPoolExecutor(1);
        }
    }

    static final class MakesAForkJoinPool {
        Object violation() {
            return new ForkJoinPool();
        }
    }

    static final class MakesATimer {
        Object violation() {
            return new Timer();
        }
    }

    static final class HoldsAThread {
        ThreadFactory factory = task -> Thread.ofPlatform().unstarted(task);
    }

    static final class SuppliesInTheCommonPool {
        Object violation() {
            return CompletableFuture.supplyAsync(() -> "");
        }
    }

    static final class RunsInTheCommonPool {
        Object violation() {
            return CompletableFuture.runAsync(() -> {});
        }
    }
}
