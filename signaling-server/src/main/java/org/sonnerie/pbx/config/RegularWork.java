package org.sonnerie.pbx.config;

import java.time.Duration;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** Work that is done again and again while the server runs, on virtual threads. Thread safe. */
public final class RegularWork implements AutoCloseable {
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();

    /**
     * Nothing yet.
     *
     * @param name what the names of its threads begin with
     */
    public RegularWork(String name) {
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix(name);
    }

    /**
     * Does something now, and again so long after each time.
     *
     * @param pause between the end of one time and the beginning of the next
     * @param work what
     */
    public void every(Duration pause, Runnable work) {
        var _ = scheduler.scheduleWithFixedDelay(work, pause);
    }

    /** Nothing is begun any more; what is being done is waited for. */
    @Override
    public void close() {
        scheduler.close();
    }
}
