package org.sonnerie.pbx.voicemail;

import java.util.Map;
import org.sonnerie.pbx.config.CounterSource;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** Puts the mailboxes together. */
@Configuration(proxyBeanMethods = false)
class VoicemailConfiguration {
    @Bean
    MessageFiles messageFiles(SonnerieProperties properties) {
        return new MessageFiles(properties.dataFolder().toAbsolutePath().resolve("voicemail"));
    }

    @Bean
    Changes mailboxChanges() {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("voicemail-");
        executor.setVirtualThreads(true);
        return new Changes(executor);
    }

    @Bean
    CounterSource voicemailCounters(Voicemail voicemail) {
        return new CounterSource(
                "voicemail", () -> Map.of("changes_waiting_now", voicemail.waitingNow()));
    }
}
