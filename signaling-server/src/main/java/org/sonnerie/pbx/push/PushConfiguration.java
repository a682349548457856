package org.sonnerie.pbx.push;

import java.time.InstantSource;
import org.sonnerie.pbx.config.PushSettings;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** Puts Web Push together. */
@Configuration(proxyBeanMethods = false)
class PushConfiguration {
    private static final String KEY_FILE = "push-key";

    @Bean
    VapidKey vapidKey(SonnerieProperties properties, PushSettings settings) {
        return VapidKey.of(properties.dataFolder().resolve(KEY_FILE), settings.toldContact());
    }

    @Bean
    Endpoints pushEndpoints(PushSettings settings) {
        return new Endpoints(settings.inside());
    }

    @Bean(destroyMethod = "close")
    PushPost pushPost(VapidKey key, Endpoints endpoints, InstantSource clock) {
        return new PushPost(key, endpoints, clock);
    }

    @Bean(defaultCandidate = false)
    SimpleAsyncTaskScheduler pushAgain() {
        SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("push-again-");
        return scheduler;
    }

    @Bean
    PushDesk pushDesk(
            Subscriptions subscriptions,
            PushPost post,
            MessageSource texts,
            @Qualifier("pushAgain") SimpleAsyncTaskScheduler again,
            InstantSource clock) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("push-");
        executor.setVirtualThreads(true);
        return new PushDesk(
                subscriptions,
                post,
                new PushWords(texts),
                new PushDesk.Beside(executor, again, clock));
    }
}
