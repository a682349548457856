package org.sonnerie.pbx.voicemail;

import java.time.InstantSource;
import java.util.Map;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.pbx.config.CounterSource;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.mail.Post;
import org.sonnerie.pbx.privacy.NamedRows;
import org.sonnerie.pbx.privacy.PersonTraces;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** Puts the mailboxes together. */
@Configuration(proxyBeanMethods = false)
class VoicemailConfiguration {
    @Bean
    MessageFiles messageFiles(SonnerieProperties properties, SoundFiles files) {
        return new MessageFiles(
                properties.dataFolder().toAbsolutePath().resolve("voicemail"), files);
    }

    @Bean
    GreetingFiles greetingFiles(SonnerieProperties properties, SoundFiles files) {
        return new GreetingFiles(
                properties.dataFolder().toAbsolutePath().resolve("greetings"), files);
    }

    @Bean
    Listening listening(InstantSource clock) {
        return new Listening(clock);
    }

    @Bean
    OldMessages.Sounds oldGreetings(GreetingRows rows, GreetingFiles files) {
        return new OldMessages.Sounds(rows, files);
    }

    @Bean
    OldMessages oldMessages(
            MessageStore store,
            MessageFiles files,
            OldMessages.Sounds greetings,
            Listening listening,
            Plans plans,
            InstantSource clock) {
        return new OldMessages(store, files, greetings, listening, plans, clock);
    }

    @Bean
    Voicemail.Shelf voicemailShelf(
            MessageFiles messages,
            GreetingFiles greetings,
            Listening listening,
            OldMessages oldMessages) {
        return new Voicemail.Shelf(messages, greetings, listening, oldMessages);
    }

    @Bean
    GreetingStore.Settling greetingSettling(
            Durability durability, ApplicationEventPublisher news, InstantSource clock) {
        return new GreetingStore.Settling(durability, news, clock);
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
        return new LetterWords(texts, properties.mail().page(""));
    }

    @Bean
    Postman postman(
            LetterRows outbox,
            LetterWriter writer,
            Post post,
            SonnerieProperties properties,
            InstantSource clock) {
        return new Postman(
                new Delivery(outbox, post, writer::write, clock),
                executor(),
                properties.mail().wanted());
    }

    @Bean
    CounterSource voicemailCounters(Voicemail voicemail) {
        return new CounterSource(
                "voicemail", () -> Map.of("changes_waiting_now", voicemail.waitingNow()));
    }

    @Bean
    PersonTraces namesOfCallers(Tables tables) {
        return new NamedRows(tables, "voicemail_message", "caller_name", "caller_number");
    }
}
