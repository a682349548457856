package org.sonnerie.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A peer that passed ICE may still send anything: an association ends, it never gets stuck. */
class HostileDtlsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DtlsCertificate RELAY = DtlsCertificate.generate(RANDOM, Instant.EPOCH);
    private static final DtlsCertificate BROWSER = DtlsCertificate.generate(RANDOM, Instant.EPOCH);

    private final Queue<Throwable> escaped = new ConcurrentLinkedQueue<>();
    private final ExecutorService virtualThreads =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual()
                            .uncaughtExceptionHandler((_, thrown) -> escaped.add(thrown))
                            .factory());
    private final DtlsAdmission admission = new DtlsAdmission(100, 2);
    private final Random random = new Random(9147);
    private final List<byte[]> recorded = new ArrayList<>();

    @AfterEach
    void nothingEscapedAndNothingIsHeld() throws InterruptedException {
        virtualThreads.shutdown();
        assertThat(virtualThreads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(escaped).isEmpty();
        assertThat(admission.free()).isEqualTo(100);
    }

    @Test
    void everyFlightOfAClientDamaged() {
        record();
        for (int round = 0; round < 200; round++) {
            EventQueue events = new EventQueue();
            DtlsSession server = server(events);
            for (byte[] datagram : recorded) {
                byte[] damaged = damaged(datagram);
                server.receive(damaged, 0, damaged.length);
            }
            awaitRead(server, events);
            server.close();
            assertThat(events.last()).isInstanceOf(DtlsEvent.Failed.class);
        }
    }

    @Test
    void aRecordedClientPlayedBackGetsNoKeys() {
        record();
        EventQueue events = new EventQueue();
        DtlsSession server = server(events);
        for (byte[] datagram : recorded) {
            server.receive(datagram, 0, datagram.length);
        }
        awaitRead(server, events);
        server.close();

        assertThat(events.next()).isInstanceOf(DtlsEvent.Failed.class);
    }

    @Test
    void noiseAfterTheHandshakeIsIgnored() {
        EventQueue events = new EventQueue();
        EventQueue clientEvents = new EventQueue();
        Wire wire = new Wire();
        DtlsSession server = wire.server(events);
        DtlsSession client = wire.client(clientEvents);
        assertThat(events.next()).isInstanceOf(DtlsEvent.Keyed.class);
        assertThat(clientEvents.next()).isInstanceOf(DtlsEvent.Keyed.class);

        byte[] forgedFatalAlert = {21, -2, -3, 0, 0, 0, 0, 0, 0, 0, 9, 0, 2, 2, 40};
        server.receive(forgedFatalAlert, 0, forgedFatalAlert.length);
        byte[] sealedFatalAlert = {21, -2, -3, 0, 1, 0, 0, 0, 0, 0, 9, 0, 2, 2, 40};
        server.receive(sealedFatalAlert, 0, sealedFatalAlert.length);
        byte[][] flights = wire.sentByClient.toArray(new byte[0][]);
        for (int round = 0; round < 5000; round++) {
            byte[] noise = damaged(flights[random.nextInt(flights.length)]);
            server.receive(noise, 0, noise.length);
            byte[] sealed = damaged(flights[flights.length - 1]);
            sealed[Math.min(4, sealed.length - 1)] = 1;
            server.receive(sealed, 0, sealed.length);
            awaitRead(server, events);
        }

        assertThat(events.isEmpty()).isTrue();
        client.close();
        assertThat(clientEvents.next()).isEqualTo(new DtlsEvent.Closed(false));
        server.close();
        assertThat(events.next()).isInstanceOf(DtlsEvent.Closed.class);
    }

    @Test
    void whatIsTooLongOrEmptyIsNotTaken() {
        EventQueue events = new EventQueue();
        DtlsSession server = server(events);

        assertThat(server.receive(new byte[2000], 0, 1501)).isFalse();
        assertThat(server.receive(new byte[1], 0, 0)).isFalse();

        server.close();
        assertThat(events.next()).isEqualTo(new DtlsEvent.Failed(DtlsFailure.CLOSED));
        assertThat(server.receive(new byte[100], 0, 100)).isFalse();
    }

    private DtlsSession server(EventQueue events) {
        DtlsSession server =
                DtlsSession.server(
                        new DtlsSession.Parties(RELAY, List.of(BROWSER.fingerprint()), RANDOM),
                        (buffer, offset, length) -> {},
                        events,
                        admission);
        server.start(virtualThreads);
        return server;
    }

    /** What a client sends in one good handshake. */
    private void record() {
        EventQueue events = new EventQueue();
        EventQueue clientEvents = new EventQueue();
        Wire wire = new Wire();
        DtlsSession server = wire.server(events);
        DtlsSession client = wire.client(clientEvents);
        assertThat(events.next()).isInstanceOf(DtlsEvent.Keyed.class);
        assertThat(clientEvents.next()).isInstanceOf(DtlsEvent.Keyed.class);
        server.close();
        client.close();
        assertThat(events.next()).isInstanceOf(DtlsEvent.Closed.class);
        assertThat(clientEvents.next()).isInstanceOf(DtlsEvent.Closed.class);
        recorded.addAll(wire.sentByClient);
    }

    /** Or until it gave up by itself. */
    private static void awaitRead(DtlsSession server, EventQueue events) {
        while (server.waiting() > 0 && events.isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private byte[] damaged(byte[] datagram) {
        byte[] damaged = Arrays.copyOf(datagram, 1 + random.nextInt(datagram.length + 50));
        for (int flips = random.nextInt(8); flips > 0; flips--) {
            int at = random.nextInt(damaged.length);
            damaged[at] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private final class Wire {
        private final Queue<byte[]> sentByClient = new ConcurrentLinkedQueue<>();
        private final List<DtlsSession> ends = new ArrayList<>();

        private DtlsSession server(EventQueue events) {
            DtlsSession server =
                    DtlsSession.server(
                            new DtlsSession.Parties(RELAY, List.of(BROWSER.fingerprint()), RANDOM),
                            (buffer, offset, length) -> deliver(1, buffer, offset, length),
                            events,
                            admission);
            ends.add(server);
            return server;
        }

        /** Starts both, the server first. */
        private DtlsSession client(EventQueue events) {
            DtlsSession client =
                    DtlsSession.client(
                            new DtlsSession.Parties(BROWSER, List.of(RELAY.fingerprint()), RANDOM),
                            this::toServer,
                            events,
                            admission);
            ends.add(client);
            ends.forEach(end -> end.start(virtualThreads));
            return client;
        }

        private void toServer(byte[] buffer, int offset, int length) {
            sentByClient.add(Arrays.copyOfRange(buffer, offset, offset + length));
            deliver(0, buffer, offset, length);
        }

        private void deliver(int to, byte[] buffer, int offset, int length) {
            ends.get(to).receive(buffer, offset, length);
        }
    }
}
