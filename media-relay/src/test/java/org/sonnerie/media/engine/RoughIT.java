package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.MediaEvent.NegotiationFailure;
import org.sonnerie.media.api.NegotiationId;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.BrowserPeer;
import org.sonnerie.media.fake.Relay;
import org.sonnerie.media.fake.TrunkPeer;

/** Bad networks, reloaded pages and bad intentions, over real sockets. */
@ParameterizedClass
@ValueSource(ints = {1, 4})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoughIT {
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
    void aReloadedPageTakesItsEndpointOver() {
        try (BrowserPeer bob = relay.browser("reload-b", 1_100);
                BrowserPeer before = relay.browser("reload-a", 700)) {
            relay.bridge("reload-a", "reload-b");
            Await.until("before", () -> bob.heard().hears(700));
            before.pause(true);

            try (BrowserPeer after = relay.browser("reload-a", 900)) {
                Await.until("bob hears the new page", () -> bob.heard().hears(900));
                Await.until("the new page hears bob", () -> after.heard().hears(1_100));
                assertThat(bob.heard().sources()).isEqualTo(1);
                assertThat(bob.heard().backwards()).isZero();
            }
        }
    }

    @Test
    void anIceRestartKeepsTheAssociation() {
        try (BrowserPeer alice = relay.browser("restart", 700)) {
            relay.hear("restart", new Hearing.Itself());
            Await.until("echo", () -> alice.heard().hears(700));
            long keyed = relay.count("dtls_keyed");

            alice.restartIce();
            String answer = relay.answer("restart", alice.offer());
            alice.applyTransport(answer);
            Await.until("a check with the new credentials", () -> alice.mapped() != null);
            long packets = alice.heard().packets();

            Await.until("still heard", () -> alice.heard().packets() > packets + 50);
            assertThat(relay.count("dtls_keyed")).isEqualTo(keyed);
        }
    }

    @Test
    void aPageThatConnectsAnewWithTheSameCertificateIsKeyedAnew() {
        try (BrowserPeer alice = relay.browser("again", 700)) {
            relay.hear("again", new Hearing.Itself());
            Await.until("echo", () -> alice.heard().hears(700));
            long keyed = relay.count("dtls_keyed");

            alice.reconnect();
            alice.connect(relay.answer("again", alice.offer()));

            Await.until("new keys", () -> relay.count("dtls_keyed") > keyed);
            long packets = alice.heard().packets();
            Await.until("heard with them", () -> alice.heard().packets() > packets + 50);
        }
    }

    @Test
    void aChangeOfNetworkIsFollowed() {
        try (BrowserPeer alice = relay.browser("mobile", 700)) {
            relay.hear("mobile", new Hearing.Itself());
            Await.until("echo", () -> alice.heard().hears(700));
            int before = alice.port();
            long keyed = relay.count("dtls_keyed");

            alice.changeNetwork(alice.address().getAddress());
            long packets = alice.heard().packets();

            Await.until("heard at the new port", () -> alice.heard().packets() > packets + 50);
            assertThat(alice.mapped()).isEqualTo(alice.address());
            assertThat(alice.port()).isNotEqualTo(before);
            assertThat(relay.count("dtls_keyed")).isEqualTo(keyed);
        }
    }

    @Test
    void aPageThatSaysGoodbyeIsLost() {
        try (BrowserPeer alice = relay.browser("bye", 700)) {
            alice.leave();

            relay.awaitEvent(new MediaEvent.MediaLost(new EndpointId("bye")));
        }
    }

    @Test
    void aFrozenPageIsLostAndComesBack() {
        try (BrowserPeer alice = relay.browser("frozen", 700)) {
            alice.pause(true);
            relay.awaitEvent(new MediaEvent.MediaLost(new EndpointId("frozen")));

            alice.pause(false);
            relay.awaitUp("frozen");
        }
    }

    @Test
    void whoIsClosedIsTold() {
        try (BrowserPeer alice = relay.browser("closed", 700)) {
            relay.submit(new MediaCommand.Close(new EndpointId("closed")));

            Await.until("close_notify", alice::closedByRelay);
        }
    }

    @Test
    void anotherCertificateThanAnnouncedGetsNoKeys() {
        try (BrowserPeer mallory = new BrowserPeer(700)) {
            mallory.lieAboutItsFingerprint();
            long failed = relay.count("dtls_failed");

            mallory.connect(relay.answer("liar", mallory.offer()));

            Await.until("refused", () -> relay.count("dtls_failed") > failed);
            Await.until("told so", mallory::dtlsFailed);
            assertThat(mallory.keyed()).isFalse();
            assertThat(relay.events())
                    .doesNotContain(new MediaEvent.MediaUp(new EndpointId("liar")));
        }
    }

    @Test
    void speechSurvivesALossyNetwork() {
        try (BrowserPeer alice = relay.browser("lossy", 700);
                TrunkPeer carrier = relay.trunk("lossy-t", Codec.PCMA, 500)) {
            relay.bridge("lossy", "lossy-t");
            alice.lose(0.1, 80);
            long samples = carrier.heard().samples();
            Await.until("two seconds", () -> carrier.heard().samples() > samples + 16_000);

            for (int i = 0; i < 5; i++) {
                long from = carrier.heard().samples();
                Await.until("on", () -> carrier.heard().samples() > from + 1_600);
                assertThat(carrier.heard().amplitude(700)).isGreaterThan(2_000);
            }
            assertThat(carrier.heard().missing()).isZero();
        }
    }

    @Test
    void aPrivateAddressInACarriersSdpIsRepaired() {
        CarrierScenes.aPrivateAddressIsRepaired(relay, "10.11.12.13");
    }

    @Test
    void aStrangersRtpIsNotHeardAndTakesNothingOver() {
        CarrierScenes.aStrangerTakesNothingOver(relay, InetAddress.getLoopbackAddress());
    }

    @Test
    void randomBytesOnThePortDisturbNobody() throws IOException {
        Random random = new Random(1);
        try (BrowserPeer alice = relay.browser("calm", 700);
                DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            relay.hear("calm", new Hearing.Itself());
            Await.until("echo", () -> alice.heard().hears(700));
            for (int i = 0; i < 5_000; i++) {
                byte[] bytes = new byte[random.nextInt(1_600)];
                random.nextBytes(bytes);
                socket.send(
                        new DatagramPacket(
                                bytes,
                                bytes.length,
                                InetAddress.getLoopbackAddress(),
                                relay.mediaPort()));
            }
            long packets = alice.heard().packets();
            Await.until("still heard", () -> alice.heard().packets() > packets + 25);
            assertThat(alice.heard().hears(700)).isTrue();
            assertThat(relay.count("failures")).isZero();
        }
    }

    @Test
    void whatIsNoSdpIsRefusedAndChangesNothing() {
        try (BrowserPeer alice = relay.browser("firm", 700)) {
            EndpointId firm = new EndpointId("firm");
            NegotiationId negotiation = relay.negotiation();

            relay.submit(new MediaCommand.AcceptOffer(firm, negotiation, "x".repeat(1_000_000)));

            relay.awaitEvent(
                    new MediaEvent.NegotiationFailed(
                            firm, negotiation, NegotiationFailure.MALFORMED));
            relay.hear("firm", new Hearing.Itself());
            Await.until("echo", () -> alice.heard().hears(700));
        }
    }

    @Test
    void commandsForNobodyAreCounted() {
        long before = relay.count("commands_for_nobody");
        relay.hear("nobody", new Hearing.Itself());
        Await.until("counted", () -> relay.count("commands_for_nobody") == before + 1);
    }
}
