package org.sonnerie.pbx.config;

import java.util.function.Consumer;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.MediaRelay;
import org.sonnerie.media.api.MediaSettings;
import org.sonnerie.media.api.SoundExporter;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.media.api.SoundImporter;
import org.sonnerie.media.api.SoundKeys;
import org.sonnerie.media.engine.MediaEngine;
import org.sonnerie.media.exporter.WavExport;
import org.sonnerie.media.importer.SoundImport;
import org.sonnerie.media.sealing.SealedFiles;
import org.sonnerie.pbx.config.OpenPorts.Service;
import org.sonnerie.trunk.api.TrunkBridge;
import org.sonnerie.trunk.api.TrunkEvent;
import org.sonnerie.trunk.api.TrunkSettings;
import org.sonnerie.trunk.runtime.TrunkRuntime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Starts the engines this process plays the roles of, and hands out their api interfaces: the only
 * place that knows them.
 */
@Configuration(proxyBeanMethods = false)
class Roles {
    @Bean
    SoundAddresses soundAddresses(SonnerieProperties properties) {
        return SoundAddresses.of(properties, MachineAddresses.literals());
    }

    @Bean(destroyMethod = "close")
    StartingRelay mediaRelay(
            SonnerieProperties properties,
            SoundAddresses addresses,
            OpenPorts ports,
            Consumer<MediaEvent> listener,
            SoundKeys keys) {
        var span = properties.ports().trunkMedia();
        var settings =
                new MediaSettings(
                        properties.ports().media(),
                        addresses.media(),
                        properties.bind().publicAddress(),
                        addresses.trunk(),
                        new MediaSettings.PortRange(span.first(), span.last()),
                        properties.limits().mediaThreads(),
                        properties.demo());
        return new StartingRelay(
                () -> start(settings, listener, keys),
                new SimpleAsyncTaskExecutor("media-start-"),
                ports);
    }

    @Bean
    SoundImporter soundImporter() {
        return new SoundImport();
    }

    @Bean
    SoundFiles soundFiles(SoundKeys keys) {
        return new SealedFiles(keys);
    }

    @Bean
    SoundExporter soundExporter(SoundFiles files) {
        return new WavExport(files);
    }

    private static StartingRelay.Started start(
            MediaSettings settings, Consumer<MediaEvent> listener, SoundKeys keys) {
        var engine = MediaEngine.start(settings, listener, keys);
        return new StartingRelay.Started(engine, engine.mediaPort());
    }

    @Bean(destroyMethod = "close")
    TrunkBridge trunkBridge(
            SonnerieProperties properties,
            SoundAddresses addresses,
            OpenPorts ports,
            Consumer<TrunkEvent> listener) {
        var runtime =
                TrunkRuntime.start(
                        new TrunkSettings(
                                addresses.sip(), properties.ports().sip(), addresses.sipShown()),
                        listener);
        ports.opened(Service.SIP, runtime.sipPort());
        return runtime;
    }

    @Bean
    CounterSource mediaCounters(MediaRelay relay) {
        return new CounterSource("media", relay::counters);
    }

    @Bean
    CounterSource trunkCounters(TrunkBridge bridge) {
        return new CounterSource("trunk", bridge::counters);
    }
}
