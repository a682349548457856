package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.api.MediaCommand;
import org.sonnerie.media.api.MediaEvent;
import org.sonnerie.media.api.RoomId;
import org.sonnerie.media.api.Transport;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.BrowserPeer;
import org.sonnerie.media.fake.FramedConnection;
import org.sonnerie.media.fake.Relay;

/** Pages whose network lets no UDP through, or no longer, over real sockets. */
@ParameterizedClass
@ValueSource(ints = {1, 4})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TcpIT {
    @Parameter private int threads;
    private Relay relay;

    @BeforeParameterizedClassInvocation
    void start() {
        relay = new Relay(threads);
    }

    @AfterParameterizedClassInvocation
    void stop() {
        assertThat(relay.count("failures")).isZero();
        relay.close();
    }

    /** What carried it in the latest second. */
    private Optional<Transport> transport(String endpoint) {
        return relay.events().stream()
                .flatMap(event ->
                        event instanceof MediaEvent.SecondPassed second
                                ? second.endpoints().stream()
                                : Stream.empty())
                .filter(facts -> facts.endpoint().equals(new EndpointId(endpoint)))
                .reduce((_, last) -> last)
                .flatMap(EndpointFacts::transport);
    }

    private void awaitTransport(String endpoint, Transport transport) {
        Await.until(
                endpoint + " by " + transport,
                () -> transport(endpoint).equals(Optional.of(transport)));
    }

    private static void awaitPackets(BrowserPeer peer, int more) {
        long packets = peer.heard().packets();
        Await.until(more + " packets", () -> peer.heard().packets() > packets + more);
    }

    @Test
    void aPageByTcpAndOneByUdpHearEachOther() {
        try (BrowserPeer alice = relay.browserByTcp("alice", 700);
                BrowserPeer bob = relay.browser("bob", 1_100)) {
            relay.bridge("alice", "bob");

            Await.until("bob heard", () -> alice.heard().hears(1_100));
            Await.until("alice heard", () -> bob.heard().hears(700));
            Await.until("no echo", () -> alice.heard().hearsNot(700));
            Await.until("to the byte", () -> alice.hearsToTheByte(bob));
            Await.until("to the byte", () -> bob.hearsToTheByte(alice));
            assertThat(alice.mapped()).isEqualTo(alice.tcpAddress());
            assertThat(alice.passiveCandidates())
                    .containsExactly(
                            new InetSocketAddress(
                                    InetAddress.ofLiteral("127.0.0.1"), relay.mediaPort()));
            awaitTransport("alice", Transport.TCP);
            awaitTransport("bob", Transport.UDP);
            assertThat(alice.heard().backwards()).isZero();
            assertThat(alice.heard().fault()).isNull();
            assertThat(bob.heard().fault()).isNull();
        }
    }

    @Test
    void pagesByTcpMeetInARoomAndInPairsWhicheverThreadTheyAreOn() {
        List<BrowserPeer> pages = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                pages.add(relay.browserByTcp("page" + i, 500 + 200 * i));
            }
            for (int distance : List.of(1, 2, 3)) {
                for (int i = 0; i < 4; i++) {
                    relay.hear(
                            "page" + i, new Hearing.Other(new EndpointId("page" + (i ^ distance))));
                }
                for (int i = 0; i < 4; i++) {
                    BrowserPeer listener = pages.get(i);
                    BrowserPeer other = pages.get(i ^ distance);
                    int hertz = 500 + 200 * (i ^ distance);
                    Await.until("page " + i, () -> listener.heard().hears(hertz));
                    Await.until("to the byte", () -> listener.hearsToTheByte(other));
                }
            }
            for (int i = 0; i < 4; i++) {
                relay.hear("page" + i, new Hearing.Room(new RoomId("tcp")));
            }
            Await.until("all others", () -> pages.getFirst().heard().hears(1_100));
            for (BrowserPeer page : pages) {
                assertThat(page.heard().sources()).isEqualTo(1);
                assertThat(page.heard().backwards()).isZero();
                assertThat(page.failure()).isNull();
            }
        } finally {
            pages.forEach(BrowserPeer::close);
        }
    }

    @Test
    void aReloadedPageTakesItsEndpointOverByTcpToo() {
        try (BrowserPeer bob = relay.browser("reload-b", 1_100);
                BrowserPeer before = relay.browserByTcp("reload-a", 700)) {
            relay.bridge("reload-a", "reload-b");
            Await.until("before", () -> bob.heard().hears(700));
            before.pause(true);

            try (BrowserPeer after = relay.browserByTcp("reload-a", 900)) {
                Await.until("bob hears the new page", () -> bob.heard().hears(900));
                Await.until("the new page hears bob", () -> after.heard().hears(1_100));
                assertThat(bob.heard().sources()).isEqualTo(1);
                assertThat(bob.heard().backwards()).isZero();
            }
        }
    }

    @Test
    void theNewestNominationCountsWhateverCarriesIt() {
        try (BrowserPeer alice = relay.browser("moves", 700)) {
            relay.hear("moves", new Hearing.Itself());
            Await.until("echo", () -> alice.heard().hears(700));
            long keyed = relay.count("dtls_keyed");

            for (int round = 0; round < 2; round++) {
                alice.useTcp();
                Await.until("by TCP", () -> alice.tcpAddress().equals(alice.mapped()));
                awaitPackets(alice, 25);
                awaitTransport("moves", Transport.TCP);
                try (FramedConnection left = alice.useUdp()) {
                    Await.until("by UDP", () -> alice.address().equals(alice.mapped()));
                    awaitPackets(alice, 25);
                    awaitTransport("moves", Transport.UDP);
                    assertThat(left.isEnded()).isFalse();
                }
            }
            assertThat(relay.count("dtls_keyed")).isEqualTo(keyed);
            assertThat(alice.heard().hears(700)).isTrue();
        }
    }

    @Test
    void whenItsConnectionEndsAPageGoesOnByTheUdpPairThatIsValid() {
        try (BrowserPeer alice = relay.browserByTcp("falls", 700)) {
            relay.hear("falls", new Hearing.Itself());
            alice.checkUdpToo();
            Await.until("echo", () -> alice.heard().hears(700));
            Await.until("a check by UDP", alice::isUdpValid);
            awaitTransport("falls", Transport.TCP);

            alice.breakConnection();

            awaitTransport("falls", Transport.UDP);
            assertThat(alice.isByTcp()).isFalse();
            awaitPackets(alice, 50);
            assertThat(alice.heard().hears(700)).isTrue();
            assertThat(relay.events())
                    .doesNotContain(new MediaEvent.MediaLost(new EndpointId("falls")));
        }
    }

    @Test
    void aPageWhoseConnectionEndsIsLostAndComesBackByAnother() {
        try (BrowserPeer alice = relay.browserByTcp("gone", 700)) {
            relay.hear("gone", new Hearing.Itself());
            Await.until("echo", () -> alice.heard().hears(700));
            alice.pause(true);
            alice.breakConnection();
            relay.awaitEvent(new MediaEvent.MediaLost(new EndpointId("gone")));
            assertThat(transport("gone")).isEmpty();

            alice.useTcp();
            alice.pause(false);
            relay.awaitUp("gone");
            awaitPackets(alice, 25);
        }
    }

    @Test
    void whoIsClosedIsToldAndItsConnectionEnds() {
        try (BrowserPeer alice = relay.browserByTcp("closed", 700)) {
            relay.submit(new MediaCommand.Close(new EndpointId("closed")));

            Await.until("close_notify", alice::closedByRelay);
            Await.until("end", () -> !alice.isByTcp());
        }
    }

    @Test
    void whoReadsTooSlowlyLosesWholePacketsAndNobodyElseDoes() {
        try (BrowserPeer alice = relay.browserByTcp("slow", 700);
                BrowserPeer bob = relay.browserByTcp("quick", 1_100)) {
            relay.bridge("slow", "quick");
            Await.until("bob heard", () -> alice.heard().hears(1_100));
            long before = relay.count("drop_slow_reader");

            alice.readNothing(true);
            Await.until("dropped", () -> relay.count("drop_slow_reader") > before + 50);
            awaitPackets(bob, 25);
            assertThat(bob.heard().hears(700)).isTrue();
            assertThat(bob.heard().missing()).isZero();

            alice.readNothing(false);
            awaitPackets(alice, 100);
            Await.until("bob heard", () -> alice.heard().hears(1_100));
            Await.until("to the byte", () -> alice.hearsToTheByte(bob));
            assertThat(alice.isByTcp()).isTrue();
        }
    }
}
