package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.EndpointFacts;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.BrowserPeer;
import org.sonnerie.media.fake.Relay;

/** The facts of each second, from real packets. */
@ParameterizedClass
@ValueSource(ints = {1, 4})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactsIT {
    @Parameter private int threads;
    private Relay relay;

    @BeforeParameterizedClassInvocation
    void start() {
        relay = new Relay(threads);
    }

    @AfterParameterizedClassInvocation
    void stop() {
        relay.close();
    }

    private Stream<MediaEvent.SecondPassed> seconds() {
        return relay.events().stream()
                .filter(MediaEvent.SecondPassed.class::isInstance)
                .map(MediaEvent.SecondPassed.class::cast);
    }

    private List<EndpointFacts> of(String endpoint) {
        return seconds()
                .flatMap(second -> second.endpoints().stream())
                .filter(facts -> facts.endpoint().equals(new EndpointId(endpoint)))
                .toList();
    }

    @Test
    void aLossyBrowserAndACleanCarrierAreToldApart() {
        try (BrowserPeer browser = relay.browser("lossy", 700);
                var carrier = relay.trunk("clean", Codec.PCMA, 1_100)) {
            relay.bridge("lossy", "clean");
            browser.lose(0.2, 5);
            Await.until(
                    "loss from the browser",
                    () -> of("lossy").stream().filter(f -> f.received().lost() > 2).count() >= 3);

            assertThat(of("clean")).allMatch(facts -> facts.received().lost() == 0);
            assertThat(of("clean").getLast().received().packets()).isBetween(20, 80);
            assertThat(of("lossy").getLast().sent().packets()).isPositive();
            assertThat(of("lossy").getLast().open()).isTrue();
            assertThat(carrier.failure()).isNull();
        }
    }

    @Test
    void aNewNetworkIsAMovedPath() {
        try (BrowserPeer browser = relay.browser("moving", 700)) {
            Await.until("a second", () -> !of("moving").isEmpty());
            assertThat(of("moving")).noneMatch(EndpointFacts::moved);

            browser.changeNetwork(browser.address().getAddress());

            Await.until("moved", () -> of("moving").stream().anyMatch(EndpointFacts::moved));
        }
    }

    @Test
    void whoIsGoneIsNamedNoMore() {
        try (BrowserPeer browser = relay.browser("leaving", 700)) {
            Await.until("a second", () -> !of("leaving").isEmpty());
            assertThat(browser.keyed()).isTrue();
        }
        relay.submit(new MediaCommand.Close(new EndpointId("leaving")));
        Await.until(
                "a second without it",
                () ->
                        seconds()
                                .reduce((_, last) -> last)
                                .filter(last ->
                                        last.endpoints().stream()
                                                .noneMatch(
                                                        f -> f.endpoint().text().equals("leaving")))
                                .isPresent());
    }
}
