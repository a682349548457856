package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonnerie.e2e.Cast.ALICE;
import static org.sonnerie.e2e.Cast.BOB;
import static org.sonnerie.e2e.Cast.OUTSIDE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sonnerie.e2e.attack.Noise;
import org.sonnerie.e2e.attack.RawPhone;
import org.sonnerie.e2e.attack.RawSocket;
import org.sonnerie.e2e.browser.PhonePage;
import org.sonnerie.e2e.carrier.Line;
import org.sonnerie.e2e.carrier.SoftCall;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.sound.Listener;
import org.sonnerie.e2e.sound.Second;

/** Those who break the rules get a clear error or silence; a call that goes on is not disturbed. */
@WholeMachine
@ExtendWith(Stage.Extension.class)
class BadInputIT {
    private static final String MEGABYTE = "a".repeat(1_000_000);
    private static final int POLICY_OR_TOO_BIG = 1009;

    @Test
    void whatIsNoMessageIsToldSo(Stage stage) {
        RawSocket socket = signedIn(stage).welcomed();
        socket.send("hello world {");
        socket.await("not-json");
        socket.send("{\"type\":\"dance\",\"id\":2}");
        socket.await("unknown-type");
        socket.send("{\"type\":\"call\",\"id\":3}");
        socket.await("bad-message");
        socket.send("{\"type\":\"call\",\"id\":4,\"to\":\"102\",\"sdp\":\"v=what\"}");
        socket.await("bad-sdp");
        socket.send("{\"type\":\"hang-up\",\"id\":5,\"call\":\"no-such\"}");
        socket.await("no-such-call");
        socket.send("{\"type\":\"leaving\",\"id\":6}");
    }

    @Test
    void aMessageOfAMegabyteClosesTheSocket(Stage stage) {
        RawSocket socket = signedIn(stage).welcomed();
        socket.send("{\"type\":\"call\",\"id\":2,\"to\":\"102\",\"sdp\":\"" + MEGABYTE + "\"}");
        assertThat(socket.awaitClosed()).isIn(POLICY_OR_TOO_BIG, RawSocket.BROKEN);
    }

    @Test
    void aThousandMessagesInASecondAreTooMany(Stage stage) {
        RawSocket socket = signedIn(stage).welcomed();
        for (int i = 2; i < 1002; i++) {
            socket.send("{\"type\":\"hang-up\",\"id\":" + i + ",\"call\":\"no-such\"}");
        }
        assertThat(socket.awaitClosed()).isIn(4003, RawSocket.BROKEN);
        assertThat(socket.count("rate-limited")).isPositive();
    }

    @Test
    void aForeignOrMissingOriginIsRefused(Stage stage) {
        RawPhone carol = signedIn(stage);
        assertThat(carol.open("http://evil.example").refusedWith()).isBetween(400, 499);
        assertThat(carol.open("").refusedWith()).isBetween(400, 499);
        assertThat(carol.open(stage.sonnerie().address()).refusedWith()).isZero();
    }

    @Test
    void aWrongFingerprintGetsNoSound(Stage stage) {
        PhonePage bob = stage.phone(BOB);
        bob.ear().lieAboutFingerprint();
        bob.calls("*43");
        Listener atBob = stage.listen(bob);
        assertThat(atBob.next(4)).allMatch(Second::isSilent);
        bob.press("Hang up");
    }

    @Test
    void anOngoingCallIsNotDisturbedByAnyOfThat(Stage stage) throws IOException {
        PhonePage alice = stage.phone(ALICE);
        int sipPort = stage.sonnerie().port("sip");
        SoftCall call = stage.carrier().call("+15550100101", sipPort, Terms.of(OUTSIDE));
        alice.answers();
        call.awaitAnswered();
        Listener atAlice = stage.listen(alice);
        Listener outside = stage.listen(call.line());
        atAlice.untilOnly("outside");
        outside.untilOnly("alice");
        int logBefore = stage.sonnerie().log().length();

        atAlice.fromNow();
        outside.fromNow();
        try (Line stranger = strangerTo(call)) {
            noiseOnEveryPort(stage);
            brokenSip(sipPort);
            flood(stage);
            assertThat(stranger.remote()).isPresent();
            assertUndisturbed(outside.next(6), "alice");
            assertUndisturbed(atAlice.next(6), "outside");
        }
        stage.listen(alice).untilOnly("outside");
        stage.listen(call.line()).untilOnly("alice");
        alice.press("Hang up");
        call.awaitEnded();

        String log = stage.sonnerie().log().substring(logBefore);
        assertThat(log).doesNotContain("Exception", "\tat ");
        assertThat(log.lines().count()).isLessThan(60);
    }

    private static void assertUndisturbed(List<Second> seconds, String speaker) {
        assertThat(seconds).noneMatch(s -> s.heard().contains("bob"));
        assertThat(seconds.stream().filter(s -> s.hearsOnly(speaker)).count())
                .as("seconds of six in which %s alone is heard: %s", speaker, seconds)
                .isGreaterThanOrEqualTo(5);
    }

    private static Line strangerTo(SoftCall call) {
        return Line.intruding(
                Terms.of(BOB).only(call.line().law()), call.line().remote().orElseThrow());
    }

    private static void noiseOnEveryPort(Stage stage) throws IOException {
        Noise noise = new Noise(7);
        for (String name : List.of("http", "https", "management", "sip")) {
            noise.stream(stage.sonnerie().port(name), 5000);
        }
        noise.datagrams(stage.sonnerie().port("sip"), 300);
        noise.datagrams(stage.sonnerie().port("media"), 300);
    }

    private static void brokenSip(int sipPort) throws IOException {
        Noise.datagram(sipPort, "INVITE sip:102@127.0.0.1 SIP/2.0\r\n\r\n");
        Noise.datagram(sipPort, "SIP/2.0 200 OK\r\n\r\n");
        Noise.datagram(sipPort, "\r\n\r\n");
        String invite =
                """
                INVITE sip:+15550100101@127.0.0.1 SIP/2.0
                Via: SIP/2.0/TCP 127.0.0.1:9;branch=z9hG4bKbig
                From: <sip:x@127.0.0.1>;tag=1
                To: <sip:+15550100101@127.0.0.1>
                Call-ID: big@127.0.0.1
                CSeq: 1 INVITE
                Max-Forwards: 70
                Contact: <sip:x@127.0.0.1:9;transport=tcp>
                Content-Type: application/sdp
                Content-Length: 1000000

                """
                        .replace("\n", "\r\n");
        Noise.stream(sipPort, (invite + MEGABYTE).getBytes(StandardCharsets.UTF_8));
    }

    private static void flood(Stage stage) {
        RawSocket socket = signedIn(stage).welcomed();
        for (int i = 0; i < 300; i++) {
            socket.send("nonsense");
        }
        socket.send(MEGABYTE);
        socket.awaitClosed();
    }

    private static RawPhone signedIn(Stage stage) {
        return RawPhone.signIn(stage.sonnerie().address(), "carol");
    }
}
