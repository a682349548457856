package org.sonnerie.pbx.events;

import java.time.InstantSource;
import java.util.Map;
import org.sonnerie.pbx.config.CounterSource;
import org.sonnerie.pbx.privacy.NumberTraces;
import org.sonnerie.pbx.privacy.PersonTraces;
import org.sonnerie.pbx.privacy.WrittenNames;
import org.sonnerie.pbx.privacy.WrittenTraces;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** Puts the events together. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {
    @Bean
    CallTeller callTeller(CompanyEvents events, InstantSource clock) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("events-");
        executor.setVirtualThreads(true);
        return new CallTeller(events, executor, clock);
    }

    @Bean
    CounterSource eventCounters(CallTeller teller, EventStreams streams) {
        return new CounterSource(
                "events",
                () ->
                        Map.of(
                                "lost_total", teller.lostTotal(),
                                "streams_open_now", streams.openNow()));
    }

    @Bean
    NumberTraces eventTraces(Tables tables) {
        return new WrittenTraces(tables, "company_event");
    }

    @Bean
    PersonTraces eventNames(Tables tables) {
        return new WrittenNames(tables, "company_event");
    }
}
