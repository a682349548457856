package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.BrowserPeer;
import org.sonnerie.media.fake.Relay;
import org.sonnerie.media.fake.TrunkPeer;

/** Two legs, over real sockets. */
@ParameterizedClass
@ValueSource(ints = {1, 4})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallsIT {
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

    @Test
    void aCarrierHearsItselfInTheEchoTest() {
        try (TrunkPeer carrier = relay.trunk("echo-t", Codec.PCMA, 500)) {
            relay.hear("echo-t", new Hearing.Itself());

            Await.until("echo", () -> carrier.heard().hears(500));
        }
    }

    @Test
    void aBrowserHearsItselfInTheEchoTest() {
        try (BrowserPeer alice = relay.browser("echo-b", 700)) {
            relay.hear("echo-b", new Hearing.Itself());

            Await.until("echo", () -> alice.heard().hears(700));
        }
    }

    @Test
    void twoBrowsersAreRelayedAndEachHearsOnlyTheOther() {
        long encodings = relay.count("encodings");
        try (BrowserPeer alice = relay.browser("alice", 700);
                BrowserPeer bob = relay.browser("bob", 1_100)) {
            relay.bridge("alice", "bob");

            Await.until("bob heard", () -> alice.heard().hears(1_100));
            Await.until("alice heard", () -> bob.heard().hears(700));
            Await.until("no echo", () -> alice.heard().hearsNot(700));
            Await.until("no echo", () -> bob.heard().hearsNot(1_100));
            Await.until("alice to the byte", () -> bob.hearsToTheByte(alice));
            Await.until("bob to the byte", () -> alice.hearsToTheByte(bob));
            assertThat(alice.hearsToTheByte(alice)).isFalse();
            assertThat(relay.count("encodings")).isEqualTo(encodings);
        }
    }

    @Test
    void aBrowserAndACarrierOfEitherLawHearEachOther() {
        try (BrowserPeer alice = relay.browser("alice2", 700);
                TrunkPeer alaw = relay.trunk("carrier-a", Codec.PCMA, 500)) {
            relay.bridge("alice2", "carrier-a");
            Await.until("carrier heard", () -> alice.heard().hears(500));
            Await.until("alice heard", () -> alaw.heard().hears(700));

            try (TrunkPeer ulaw = relay.trunk("carrier-u", Codec.PCMU, 1_300)) {
                relay.bridge("alice2", "carrier-u");
                Await.until("other carrier heard", () -> alice.heard().hears(1_300));
                Await.until("alice heard", () -> ulaw.heard().hears(700));
                Await.until("the first one gone", () -> alice.heard().hearsNot(500));
            }
            assertThat(alice.heard().sources()).isEqualTo(1);
            assertThat(alice.heard().backwards()).isZero();
            assertThat(alice.heard().fault()).isNull();
        }
    }
}
