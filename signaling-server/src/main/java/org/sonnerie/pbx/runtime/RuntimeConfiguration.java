package org.sonnerie.pbx.runtime;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.sonnerie.pbx.config.CounterSource;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the runtime together. */
@Configuration(proxyBeanMethods = false)
class RuntimeConfiguration {
    private static final Duration DATABASE_PATIENCE = Duration.ofMillis(200);

    @Bean(destroyMethod = "close")
    GroupCommitLog eventLog(DataSource database, SonnerieProperties properties)
            throws SQLException {
        var codec = new EventCodec();
        var journal = new Journal(properties.dataFolder().resolve("call-journal.log"), codec);
        return new GroupCommitLog(new CallEventStore(database, codec), journal, DATABASE_PATIENCE)
                .start();
    }

    @Bean(destroyMethod = "close")
    LiveCalls liveCalls(
            EventLog log, InstantSource clock, Phones phones, Media media, Trunks trunks) {
        return new LiveCalls(log, clock, new CallEffects.World(phones, media, trunks));
    }

    @Bean
    CallDesk callDesk(LiveCalls calls, Plans plans) {
        return new Desk(calls, plans);
    }

    @Bean
    MediaSink mediaSink(LiveCalls calls) {
        return new MediaDesk(calls);
    }

    @Bean
    TrunkSink trunkSink(LiveCalls calls, Plans plans) {
        return new TrunkDesk(calls, plans);
    }

    @Bean
    Recovery recovery(LiveCalls calls, EventLog log, Plans plans, InstantSource clock) {
        return new Recovery(calls, log, plans, clock);
    }

    @Bean
    CounterSource callCounters(LiveCalls calls, GroupCommitLog log, Recovery recovery) {
        return new CounterSource(
                "calls",
                () ->
                        Map.of(
                                "live_now", calls.liveNow(),
                                "set_aside_total", recovery.setAsideTotal(),
                                "log_commits_total", log.commitsTotal(),
                                "log_journaled_total", log.journaledTotal()));
    }
}
