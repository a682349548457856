package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.EndpointId;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.NegotiationId;
import org.sonnerie.media.api.PlayId;
import org.sonnerie.media.api.Sound;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.BrowserPeer;
import org.sonnerie.media.fake.Relay;
import org.sonnerie.media.fake.TrunkPeer;

/** Pages and carriers over IPv6, over real sockets. */
@EnabledIf(value = "thisMachineHasIpv6", disabledReason = "no interface here has ::1")
@ParameterizedClass
@ValueSource(ints = {1, 4})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Ipv6IT {
    private static final InetAddress FOUR = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress SIX = InetAddress.ofLiteral("::1");
    private static final int TICKS_A_SECOND = 50;
    private static final Hearing MUSIC =
            new Hearing.Programme(new PlayId("m"), List.of(new Sound.Music("default")), true);

    @Parameter private int threads;
    private Relay relay;
    private Relay both;

    static boolean thisMachineHasIpv6() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .anyMatch(SIX::equals);
    }

    @BeforeParameterizedClassInvocation
    void start() {
        relay = new Relay(threads, "::1");
        both = new Relay(threads, "127.0.0.1", "::1");
    }

    @AfterParameterizedClassInvocation
    void stop() {
        relay.close();
        both.close();
    }

    @Test
    void twoPagesHearEachOther() {
        try (BrowserPeer alice = relay.browser("alice", 700);
                BrowserPeer bob = relay.browser("bob", 1_100)) {
            relay.bridge("alice", "bob");

            Await.until("bob heard", () -> alice.heard().hears(1_100));
            Await.until("alice heard", () -> bob.heard().hears(700));
            Await.until("no echo", () -> alice.heard().hearsNot(700));
            assertThat(alice.candidates())
                    .containsExactly(new InetSocketAddress(SIX, relay.mediaPort()));
            assertThat(alice.mapped()).isEqualTo(alice.address());
            assertThat(alice.address().getAddress()).isEqualTo(SIX);
        }
    }

    @Test
    void onePageOfEachFamilyHearEachOther() {
        try (BrowserPeer four = both.browser("four", 700, FOUR);
                BrowserPeer six = both.browser("six", 1_100, SIX)) {
            both.bridge("four", "six");

            Await.until("six heard", () -> four.heard().hears(1_100));
            Await.until("four heard", () -> six.heard().hears(700));
            assertThat(four.candidates())
                    .containsExactly(
                            new InetSocketAddress(FOUR, both.mediaPort()),
                            new InetSocketAddress(SIX, both.mediaPort()));
            assertThat(four.mapped()).isEqualTo(four.address());
            assertThat(six.mapped()).isEqualTo(six.address());
        }
    }

    @Test
    void aPageByTcpAndOneByUdpHearEachOther() {
        try (BrowserPeer alice = relay.browserByTcp("alice-tcp", 700);
                BrowserPeer bob = relay.browser("bob-udp", 1_100)) {
            relay.bridge("alice-tcp", "bob-udp");

            Await.until("bob heard", () -> alice.heard().hears(1_100));
            Await.until("alice heard", () -> bob.heard().hears(700));
            assertThat(alice.passiveCandidates())
                    .containsExactly(new InetSocketAddress(SIX, relay.mediaPort()));
            assertThat(alice.mapped()).isEqualTo(alice.tcpAddress());
        }
    }

    @Test
    void aPageThatMovesToTheOtherFamilyIsFollowedThereAndBack() {
        try (BrowserPeer alice = both.browser("moves", 700, FOUR)) {
            both.hear("moves", new Hearing.Itself());
            Await.until("echo", () -> alice.heard().hears(700));
            long keyed = both.count("dtls_keyed");

            for (InetAddress next : new InetAddress[] {SIX, FOUR}) {
                alice.changeNetwork(next);
                long packets = alice.heard().packets();
                Await.until("heard at " + next, () -> alice.heard().packets() > packets + 50);
                assertThat(alice.mapped()).isEqualTo(alice.address());
                assertThat(alice.heard().hears(700)).isTrue();
            }
            assertThat(both.count("dtls_keyed")).isEqualTo(keyed);
        }
    }

    @Test
    void checksAloneKeepAMutedPageAndItsSilenceLosesIt() {
        try (BrowserPeer alice = relay.browser("quiet", 700)) {
            relay.hear("quiet", MUSIC);
            Await.until("music", () -> alice.heard().loudness() > 200);
            MediaEvent lost = new MediaEvent.MediaLost(new EndpointId("quiet"));

            alice.mute(true);
            awaitSeconds(9);
            long packets = alice.heard().packets();
            Await.until("still sent to", () -> alice.heard().packets() > packets + 10);
            assertThat(relay.events()).doesNotContain(lost);

            alice.pause(true);
            relay.awaitEvent(lost);
            alice.pause(false);
            relay.awaitUp("quiet");
        }
    }

    @Test
    void aCarrierAndAPageHearEachOther() {
        try (BrowserPeer alice = relay.browser("alice2", 700);
                TrunkPeer carrier = relay.trunk("carrier", Codec.PCMA, 500)) {
            relay.bridge("alice2", "carrier");

            Await.until("carrier heard", () -> alice.heard().hears(500));
            Await.until("alice heard", () -> carrier.heard().hears(700));
            assertThat(carrier.target().getAddress()).isEqualTo(SIX);
            assertThat(carrier.heard().missing()).isZero();
        }
    }

    @Test
    void weCallACarrier() {
        EndpointId id = new EndpointId("called");
        NegotiationId offer = relay.negotiation();
        try (TrunkPeer carrier = new TrunkPeer(Codec.PCMU, 500, SIX)) {
            relay.submit(new MediaCommand.MakeTrunkOffer(id, offer, relay.g711()));
            String sdp = relay.sdp(offer);
            assertThat(sdp).contains(" IN IP6 ::1\r\ns=", "\r\nc=IN IP6 ::1\r\n");

            relay.submit(
                    new MediaCommand.ApplyTrunkAnswer(id, relay.negotiation(), carrier.sdp("::1")));
            carrier.talkTo(sdp);
            relay.awaitUp("called");
            relay.hear("called", new Hearing.Itself());
            Await.until("echo", () -> carrier.heard().hears(500));
        }
    }

    @Test
    void aPrivateAddressInACarriersSdpIsRepaired() {
        CarrierScenes.aPrivateAddressIsRepaired(relay, "fd12:3456::9");
    }

    @Test
    void aStrangersRtpIsNotHeardAndTakesNothingOver() {
        CarrierScenes.aStrangerTakesNothingOver(relay, SIX);
    }

    /** By the relay's own ticks, so that a slow machine gives as many chances. */
    private void awaitSeconds(int seconds) {
        long end = relay.ticks() + (long) seconds * TICKS_A_SECOND;
        Await.until(seconds + " s of ticks", () -> relay.ticks() >= end);
    }
}
