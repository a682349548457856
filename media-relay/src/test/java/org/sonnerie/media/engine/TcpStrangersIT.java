package org.sonnerie.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonnerie.media.api.Hearing;
import org.sonnerie.media.fake.Await;
import org.sonnerie.media.fake.BrowserPeer;
import org.sonnerie.media.fake.FramedConnection;
import org.sonnerie.media.fake.IceChecks;
import org.sonnerie.media.fake.Relay;
import org.sonnerie.media.ice.IceCredentials;

/** Connections to the media port that are no page's, over real sockets. */
@ParameterizedClass
@ValueSource(ints = {1, 4})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TcpStrangersIT {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("127.0.0.2");

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

    private FramedConnection stranger(InetAddress from) {
        return FramedConnection.open(from, new InetSocketAddress(LOOPBACK, relay.mediaPort()));
    }

    private FramedConnection stranger() {
        return stranger(LOOPBACK);
    }

    private void assertTurnedAway(byte[] first, boolean framed) throws IOException {
        long before = relay.count("drop_connection");
        try (FramedConnection connection = stranger()) {
            if (framed) {
                connection.send(first, 0, first.length);
            } else {
                connection.raw(first);
            }
            Await.until("the end", connection::isEnded);
        }
        Await.until("counted", () -> relay.count("drop_connection") == before + 1);
    }

    @Test
    void whatIsNoFrameOrNoCheckEndsTheConnection() throws IOException {
        assertTurnedAway("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII), false);
        assertTurnedAway(new byte[] {(byte) 0xff, (byte) 0xff}, false);
        byte[] rtp = new byte[100];
        rtp[0] = (byte) 0x80;
        assertTurnedAway(rtp, true);
        byte[] dtls = new byte[100];
        dtls[0] = 22;
        assertTurnedAway(dtls, true);
        assertTurnedAway(new byte[3], true);
        assertTurnedAway(check(new IceCredentials("nobody", "aPasswordOf22Characters")), true);
    }

    private static byte[] check(IceCredentials relay) {
        return new IceChecks(IceCredentials.generate(new SecureRandom()), relay, 1).check();
    }

    @Test
    void randomOctetsDisturbNobody() throws IOException {
        Random random = new Random(1);
        try (BrowserPeer alice = relay.browserByTcp("calm", 700)) {
            relay.hear("calm", new Hearing.Itself());
            Await.until("echo", () -> alice.heard().hears(700));
            for (int i = 0; i < 300; i++) {
                byte[] octets = new byte[random.nextInt(1_600)];
                random.nextBytes(octets);
                try (FramedConnection connection = stranger(ELSEWHERE)) {
                    connection.raw(octets);
                }
            }
            long packets = alice.heard().packets();
            Await.until("still heard", () -> alice.heard().packets() > packets + 25);
            assertThat(alice.heard().hears(700)).isTrue();
        }
    }

    @Test
    void halfAFrameAndThenSilenceEndsInTime() throws IOException {
        long before = relay.count("connections_unused");
        try (FramedConnection connection = stranger();
                FramedConnection silent = stranger()) {
            connection.raw((byte) 0, (byte) 100, (byte) 0, (byte) 1);

            Await.until("the end", connection::isEnded);
            Await.until("the end of who says nothing", silent::isEnded);
        }
        Await.until("counted", () -> relay.count("connections_unused") == before + 2);
    }

    @Test
    void aThousandConnectionsLeaveRoomForAPageOfTheSameNetwork() {
        List<FramedConnection> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                crowd.add(stranger());
            }
            Await.until(
                    "most are turned away",
                    () ->
                            crowd.stream().filter(FramedConnection::isEnded).count()
                                    >= 1_000 - (long) threads * TcpDoor.STRANGERS_OF_ONE_NETWORK);
            try (BrowserPeer alice = relay.browserByTcp("room", 700)) {
                relay.hear("room", new Hearing.Itself());
                Await.until("echo", () -> alice.heard().hears(700));
                Await.until(
                        "all are turned away",
                        () -> crowd.stream().allMatch(FramedConnection::isEnded));
                assertThat(alice.isByTcp()).isTrue();
            }
        } finally {
            crowd.forEach(FramedConnection::close);
        }
        Await.until("none is left", () -> relay.count("connections_now") == 0);
    }

    @Test
    void aCheckThatIsSignedWronglyIsAnsweredAndChangesNothing() throws IOException {
        try (BrowserPeer alice = relay.browserByTcp("owner", 700);
                FramedConnection connection = stranger()) {
            relay.hear("owner", new Hearing.Itself());
            Await.until("echo", () -> alice.heard().hears(700));
            IceCredentials known = alice.relayCredentials();
            IceCredentials wrong = new IceCredentials(known.ufrag(), "wrongPasswordOf22Octets");
            byte[] check = new IceChecks(alice.ownCredentials(), wrong, 1).check();

            connection.send(check, 0, check.length);
            byte[] answer = connection.await();
            assertThat(answer[0]).isEqualTo((byte) 0x01);
            assertThat(answer[1]).isEqualTo((byte) 0x11);

            byte[] hello = new byte[100];
            hello[0] = 22;
            connection.send(hello, 0, hello.length);
            Await.until("the end", connection::isEnded);
            long packets = alice.heard().packets();
            Await.until("still heard", () -> alice.heard().packets() > packets + 25);
            assertThat(alice.mapped()).isEqualTo(alice.tcpAddress());
        }
    }

    @Test
    void whoProvesNothingIsClosedThoughHeKnowsAName() throws IOException {
        try (BrowserPeer alice = relay.browser("named", 700);
                FramedConnection connection = stranger()) {
            IceCredentials wrong =
                    new IceCredentials(alice.relayCredentials().ufrag(), "wrongPasswordOf22Octets");
            IceChecks checks = new IceChecks(alice.ownCredentials(), wrong, 1);
            Await.until(
                    "the end",
                    () -> {
                        trySend(connection, checks.check());
                        return connection.isEnded();
                    });
            assertThat(alice.failure()).isNull();
        }
    }

    private static void trySend(FramedConnection connection, byte[] packet) {
        try {
            connection.send(packet, 0, packet.length);
        } catch (IOException ended) {
            assertThat(connection.isEnded()).isTrue();
        }
    }

    @Test
    void aConnectionStaysWithTheEndpointThatItNamedFirst() throws IOException {
        try (BrowserPeer alice = relay.browser("first", 700);
                BrowserPeer bob = relay.browser("second", 1_100);
                FramedConnection connection = stranger()) {
            byte[] check = checks(alice).check(false);
            connection.send(check, 0, check.length);
            assertThat(connection.await()[1]).isEqualTo((byte) 0x01);
            long dropped = relay.count("drop_stun");

            byte[] other = checks(bob).check();
            connection.send(other, 0, other.length);

            Await.until("dropped", () -> relay.count("drop_stun") > dropped);
            assertThat(connection.isEnded()).isFalse();
        }
    }

    private static IceChecks checks(BrowserPeer as) {
        return new IceChecks(as.ownCredentials(), as.relayCredentials(), 4_711);
    }

    @Test
    void anEndpointHasAFewConnectionsOnly() throws IOException {
        List<FramedConnection> all = new ArrayList<>();
        try (BrowserPeer alice = relay.browser("many", 700)) {
            IceChecks checks = checks(alice);
            for (int i = 0; i < 12; i++) {
                FramedConnection connection = stranger();
                all.add(connection);
                byte[] check = checks.check(false);
                connection.send(check, 0, check.length);
                connection.await();
            }
            Await.until("the oldest end", () -> all.get(3).isEnded());
            assertThat(all.get(4).isEnded()).isFalse();
            assertThat(all.getLast().isEnded()).isFalse();
            assertThat(alice.isByTcp()).isFalse();
        } finally {
            all.forEach(FramedConnection::close);
        }
    }
}
