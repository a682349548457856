package org.sonnerie.pbx.recording;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.pbx.company.Storage;
import org.sonnerie.pbx.config.CounterSource;
import org.sonnerie.pbx.config.Durability;
import org.sonnerie.pbx.config.Retention;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.privacy.NamedRows;
import org.sonnerie.pbx.privacy.PersonTraces;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the keeping of recordings together. */
@Configuration(proxyBeanMethods = false)
class RecordingConfiguration {
    @Bean
    RecordingFiles recordingFiles(SonnerieProperties properties, SoundFiles files) {
        return new RecordingFiles(
                properties.dataFolder().toAbsolutePath().resolve("recordings"), files);
    }

    @Bean
    RecordingKeeper recordingKeeper(
            RecordingRows rows,
            Durability durability,
            Plans plans,
            InstantSource clock,
            RecordingFiles files,
            Storage storage) {
        return new RecordingKeeper(files, rows, durability, plans, clock, storage);
    }

    @Bean
    RecordingSweeper recordingSweeper(RecordingKeeper keeper) {
        return new RecordingSweeper(keeper, Duration.ofSeconds(1), Retention.BETWEEN_LOOKS);
    }

    @Bean
    CounterSource recordingCounters(RecordingKeeper keeper) {
        return new CounterSource("recording", () -> Map.of("waiting_now", keeper.waiting()));
    }

    @Bean
    PersonTraces namesOfOneSide(Tables tables) {
        return new NamedRows(tables, "call_recording", "one_name", "one_number");
    }

    @Bean
    PersonTraces namesOfOtherSide(Tables tables) {
        return new NamedRows(tables, "call_recording", "other_name", "other_number");
    }
}
