package org.sonnerie.pbx.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.sonnerie.pbx.config.CounterSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** Puts together what keeps pages told. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {
    private static final Duration TICK = Duration.ofSeconds(1);

    @Bean
    LiveReaders liveReaders(LiveBoard board, InstantSource clock) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("live-");
        threads.setVirtualThreads(true);
        return new LiveReaders(board, clock, threads);
    }

    @Bean(defaultCandidate = false)
    SimpleAsyncTaskScheduler liveClock(LiveReaders readers) {
        SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("live-clock-");
        ScheduledFuture<?> _ = scheduler.scheduleWithFixedDelay(readers::tick, TICK);
        return scheduler;
    }

    @Bean
    CounterSource liveCounters(LiveReaders readers) {
        return new CounterSource("live_pages", () -> Map.of("told_now", (long) readers.count()));
    }
}
