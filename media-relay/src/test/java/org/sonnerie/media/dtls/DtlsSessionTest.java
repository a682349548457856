package org.sonnerie.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.media.srtp.SrtpKeys;
import org.sonnerie.media.srtp.SrtpSession;

class DtlsSessionTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final DtlsCertificate RELAY = DtlsCertificate.generate(RANDOM, NOW);
    private static final DtlsCertificate BROWSER = DtlsCertificate.generate(RANDOM, NOW);

    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final DtlsAdmission admission = new DtlsAdmission(100, 2);

    @AfterEach
    void stop() {
        virtualThreads.shutdownNow();
    }

    @Test
    void bothEndsGetTheSameKeys() {
        Wire wire = new Wire(RELAY.fingerprint(), BROWSER.fingerprint()).start();

        SrtpSession relay = new SrtpSession(keys(wire.server.next()));
        SrtpSession browser = new SrtpSession(keys(wire.client.next()));

        byte[] packet = new byte[200];
        packet[0] = (byte) 0x80;
        packet[50] = 42;
        int length = browser.protectRtp(packet, 0, 100);
        assertThat(relay.unprotectRtp(packet, 0, length)).isEqualTo(100);
        assertThat(packet[50]).isEqualTo((byte) 42);
        length = relay.protectRtp(packet, 0, 100);
        assertThat(browser.unprotectRtp(packet, 0, length)).isEqualTo(100);
        wire.close();
    }

    @Test
    void refusesACertificateThatWasNotAnnounced() {
        Wire wire = new Wire(RELAY.fingerprint(), RELAY.fingerprint()).start();

        assertThat(wire.server.next())
                .isEqualTo(new DtlsEvent.Failed(DtlsFailure.FINGERPRINT_MISMATCH));
        // The client's keys were made before the server looked; the alert then ends it.
        assertThat(wire.client.last()).isNotInstanceOf(DtlsEvent.Keyed.class);
        assertThat(admission.free()).isEqualTo(100);
    }

    @Test
    void theClientChecksTheRelayToo() {
        Wire wire = new Wire(BROWSER.fingerprint(), BROWSER.fingerprint()).start();

        assertThat(wire.client.next())
                .isEqualTo(new DtlsEvent.Failed(DtlsFailure.FINGERPRINT_MISMATCH));
        assertThat(wire.server.next()).isEqualTo(new DtlsEvent.Failed(DtlsFailure.PROTOCOL));
    }

    @Test
    void tellsThatThePeerSaidGoodbye() {
        Wire wire = new Wire(RELAY.fingerprint(), BROWSER.fingerprint()).start();
        keys(wire.server.next());
        keys(wire.client.next());

        wire.clientSession.close();

        assertThat(wire.server.next()).isEqualTo(new DtlsEvent.Closed(true));
        assertThat(wire.client.next()).isEqualTo(new DtlsEvent.Closed(false));
    }

    @Test
    void saysGoodbyeItself() {
        Wire wire = new Wire(RELAY.fingerprint(), BROWSER.fingerprint()).start();
        keys(wire.server.next());
        keys(wire.client.next());

        wire.serverSession.close();

        assertThat(wire.client.next()).isEqualTo(new DtlsEvent.Closed(true));
        assertThat(wire.server.next()).isEqualTo(new DtlsEvent.Closed(false));
    }

    @Test
    void canBeClosedBeforeItBegan() {
        Wire wire = new Wire(RELAY.fingerprint(), BROWSER.fingerprint());
        wire.serverSession.start(virtualThreads);

        wire.serverSession.close();

        assertThat(wire.server.next()).isEqualTo(new DtlsEvent.Failed(DtlsFailure.CLOSED));
        assertThat(admission.free()).isEqualTo(100);
    }

    @Test
    void survivesLostAndRepeatedDatagrams() {
        Wire wire = new Wire(RELAY.fingerprint(), BROWSER.fingerprint());
        wire.lossPercent = 15;
        wire.start();

        keys(wire.server.next());
        keys(wire.client.next());
        wire.close();
    }

    @Test
    void randomBytesDoNotStopAHandshake() {
        Wire wire = new Wire(RELAY.fingerprint(), BROWSER.fingerprint());
        wire.serverSession.start(virtualThreads);
        Random random = new Random(6347);
        for (int round = 0; round < 2000; round++) {
            byte[] noise = new byte[1 + random.nextInt(1500)];
            random.nextBytes(noise);
            noise[0] = (byte) (20 + random.nextInt(44));
            wire.serverSession.receive(noise, 0, noise.length);
        }
        wire.clientSession.start(virtualThreads);

        keys(wire.server.next());
        keys(wire.client.next());
        wire.close();
    }

    @Test
    void oneTooManyIsToldSo() {
        DtlsAdmission one = new DtlsAdmission(1, 1);
        Wire first = new Wire(RELAY.fingerprint(), BROWSER.fingerprint(), one);
        Wire second = new Wire(RELAY.fingerprint(), BROWSER.fingerprint(), one);
        first.serverSession.start(virtualThreads);
        awaitFree(one, 0);

        second.serverSession.start(virtualThreads);

        assertThat(second.server.next()).isEqualTo(new DtlsEvent.Failed(DtlsFailure.BUSY));
        first.serverSession.close();
        assertThat(first.server.next()).isEqualTo(new DtlsEvent.Failed(DtlsFailure.CLOSED));
    }

    @Test
    void aSilentPeerDoesNotHoldUpOthers() {
        DtlsAdmission narrow = new DtlsAdmission(10, 1);
        Wire silent = new Wire(RELAY.fingerprint(), BROWSER.fingerprint(), narrow);
        silent.serverSession.start(virtualThreads);
        Wire wire = new Wire(RELAY.fingerprint(), BROWSER.fingerprint(), narrow).start();

        keys(wire.server.next());
        silent.serverSession.close();
        wire.close();
    }

    @Test
    void theWarmUpIsAHandshake() {
        assertThat(DtlsWarmUp.run(RELAY, RANDOM, virtualThreads)).isTrue();
    }

    private static SrtpKeys keys(DtlsEvent event) {
        assertThat(event).isInstanceOf(DtlsEvent.Keyed.class);
        return ((DtlsEvent.Keyed) event).keys();
    }

    @SuppressWarnings("ThreadPriorityCheck") // a virtual thread is about to take the place
    private static void awaitFree(DtlsAdmission admission, int free) {
        while (admission.free() != free) {
            Thread.onSpinWait();
        }
    }

    /** A relay and a browser with a wire between them that may lose datagrams. */
    private final class Wire {
        private final EventQueue server = new EventQueue();
        private final EventQueue client = new EventQueue();
        private final DtlsSession serverSession;
        private final DtlsSession clientSession;
        private final Random random = new Random(5764);
        private int lossPercent;

        private Wire(Fingerprint ofRelay, Fingerprint ofBrowser) {
            this(ofRelay, ofBrowser, admission);
        }

        private Wire(Fingerprint ofRelay, Fingerprint ofBrowser, DtlsAdmission limits) {
            serverSession =
                    DtlsSession.server(
                            new DtlsSession.Parties(RELAY, List.of(ofBrowser), RANDOM),
                            this::toClient,
                            server,
                            limits);
            clientSession =
                    DtlsSession.client(
                            new DtlsSession.Parties(BROWSER, List.of(ofRelay), RANDOM),
                            this::toServer,
                            client,
                            limits);
        }

        private Wire start() {
            serverSession.start(virtualThreads);
            clientSession.start(virtualThreads);
            return this;
        }

        private void close() {
            clientSession.close();
            serverSession.close();
        }

        private void toClient(byte[] buffer, int offset, int length) {
            deliver(clientSession, buffer, offset, length);
        }

        private void toServer(byte[] buffer, int offset, int length) {
            deliver(serverSession, buffer, offset, length);
        }

        private synchronized void deliver(DtlsSession to, byte[] buffer, int offset, int length) {
            int fate = random.nextInt(100);
            if (fate < lossPercent) {
                return;
            }
            to.receive(buffer, offset, length);
            if (fate < 2 * lossPercent) {
                to.receive(buffer, offset, length);
            }
        }
    }
}
