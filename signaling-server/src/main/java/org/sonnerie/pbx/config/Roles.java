package org.sonnerie.pbx.config;

import java.util.List;
import java.util.function.Consumer;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.MediaRelay;
import org.sonnerie.media.api.MediaSettings;
import org.sonnerie.media.engine.MediaEngine;
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
    private static final String LOOPBACK = "127.0.0.1";
    private static final String ANY = "0.0.0.0";
    private static final int MEDIA_THREADS = 1;

    @Bean(destroyMethod = "close")
    StartingRelay mediaRelay(
            SonnerieProperties properties, OpenPorts ports, Consumer<MediaEvent> listener) {
        var span = properties.ports().trunkMedia();
        var settings =
                new MediaSettings(
                        properties.ports().media(),
                        mediaAddresses(properties),
                        properties.publicAddress(),
                        trunkAddress(properties),
                        new MediaSettings.PortRange(span.first(), span.last()),
                        MEDIA_THREADS,
                        properties.demo());
        return new StartingRelay(
                () -> start(settings, listener),
                new SimpleAsyncTaskExecutor("media-start-"),
                ports);
    }

    private static StartingRelay.Started start(
            MediaSettings settings, Consumer<MediaEvent> listener) {
        var engine = MediaEngine.start(settings, listener);
        return new StartingRelay.Started(engine, engine.mediaPort());
    }

    @Bean(destroyMethod = "close")
    TrunkBridge trunkBridge(
            SonnerieProperties properties, OpenPorts ports, Consumer<TrunkEvent> listener) {
        var shown =
                properties.publicAddress().stream()
                        .findFirst()
                        .orElseGet(() -> trunkAddress(properties));
        var runtime =
                TrunkRuntime.start(
                        new TrunkSettings(
                                properties.bindAddress().orElse(ANY),
                                properties.ports().sip(),
                                shown),
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

    /**
     * Every address of the machine; the loopback one only in the demo, or where there is no other.
     */
    private static List<String> mediaAddresses(SonnerieProperties properties) {
        var all = MachineAddresses.literals();
        var reachable = all.stream().filter(address -> !isLoopback(address)).toList();
        return properties.demo() || reachable.isEmpty() ? all : reachable;
    }

    private static String trunkAddress(SonnerieProperties properties) {
        return properties
                .bindAddress()
                .orElseGet(() ->
                        mediaAddresses(properties).stream()
                                .filter(address -> address.indexOf(':') < 0)
                                .findFirst()
                                .orElse(LOOPBACK));
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1");
    }
}
