package org.sonnerie.pbx.voicemail;

import java.time.InstantSource;
import java.util.Map;
import org.sonnerie.pbx.config.CounterSource;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.springframework.context.MessageSource;
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
        return new Changes(executor());
    }

    private static SimpleAsyncTaskExecutor executor() {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("voicemail-");
        executor.setVirtualThreads(true);
        return executor;
    }

    @Bean
    LetterWords letterWords(MessageSource texts, SonnerieProperties properties) {
        String pages = properties.mail().pages();
        return new LetterWords(
                texts, pages.endsWith("/") ? pages.substring(0, pages.length() - 1) : pages);
    }

    @Bean
    Postman postman(
            LetterRows outbox,
            LetterWriter writer,
            SonnerieProperties properties,
            InstantSource clock) {
        return new Postman(
                new Delivery(outbox, new SmtpPost(properties.mail()), writer::write, clock),
                executor(),
                properties.mail().wanted());
    }

    @Bean
    CounterSource voicemailCounters(Voicemail voicemail) {
        return new CounterSource(
                "voicemail", () -> Map.of("changes_waiting_now", voicemail.waitingNow()));
    }
}
