package org.sonnerie.media.peer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.dtls.DtlsAdmission;
import org.sonnerie.media.dtls.DtlsCertificate;
import org.sonnerie.media.dtls.DtlsEvent;
import org.sonnerie.media.dtls.DtlsSession;
import org.sonnerie.media.dtls.Fingerprint;
import org.sonnerie.media.ice.IceCredentials;
import org.sonnerie.media.ice.IcePair;
import org.sonnerie.media.ice.IceResult;
import org.sonnerie.media.ice.IceSession;
import org.sonnerie.media.net.PacketKind;
import org.sonnerie.media.net.UdpSocket;
import org.sonnerie.media.srtp.SrtpSession;

/** The shortest thing that joins net, ice, dtls and srtp: sends each RTP packet back. */
final class EchoRelay implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UdpSocket socket =
            UdpSocket.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false);
    private final DtlsCertificate certificate = DtlsCertificate.generate(RANDOM, Instant.EPOCH);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch restarted = new CountDownLatch(1);
    private @Nullable IceSession ice;
    private @Nullable DtlsSession dtls;
    private @Nullable SrtpSession srtp;
    private volatile boolean up;
    private volatile @Nullable IcePair selected;
    private volatile boolean stopped;

    EchoRelay() {
        Thread.ofPlatform().daemon().name("echo-relay").start(this::run);
    }

    synchronized String answer(String offer) {
        IceCredentials own = IceCredentials.generate(RANDOM);
        IceCredentials theirs = PeerSdp.credentials(offer);
        if (ice == null) {
            ice = new IceSession(own, theirs, System.nanoTime());
            Fingerprint expected = PeerSdp.fingerprint(offer);
            dtls =
                    DtlsSession.server(
                            new DtlsSession.Parties(certificate, List.of(expected), RANDOM),
                            this::sendDtls,
                            this::happened,
                            new DtlsAdmission(1, 1));
            dtls.start(threads);
        } else {
            ice.restart(own, theirs);
        }
        return String.join(
                "\r\n",
                "a=ice-ufrag:" + own.ufrag(),
                "a=ice-pwd:" + own.password(),
                "a=fingerprint:" + certificate.fingerprint(),
                "a=candidate:1 1 udp 2130706431 127.0.0.1 " + socket.port() + " typ host");
    }

    void awaitRestarted() throws InterruptedException {
        if (!restarted.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("no restart");
        }
    }

    void awaitSelected(InetSocketAddress remote) {
        long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        IcePair pair = selected;
        while (pair == null || !pair.remote().equals(remote)) {
            if (System.nanoTime() - giveUpAt > 0) {
                throw new AssertionError("not followed");
            }
            LockSupport.parkNanos(1_000_000);
            pair = selected;
        }
    }

    boolean isUp() {
        return up;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (dtls != null) {
                dtls.close();
            }
        }
        threads.close();
        stopped = true;
        socket.close();
    }

    private void run() {
        while (!stopped) {
            socket.drain(this::received, 100);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private synchronized void received(
            byte[] buffer, int offset, int length, InetSocketAddress from) {
        if (ice == null || dtls == null) {
            return;
        }
        switch (PacketKind.of(buffer, offset, length)) {
            case STUN -> receivedStun(ice, Arrays.copyOf(buffer, length), from);
            case DTLS -> {
                if (ice.isValidated(from)) {
                    dtls.receive(buffer, offset, length);
                }
            }
            case RTP -> echo(buffer, length);
            case RTCP, UNKNOWN -> {}
        }
    }

    private void receivedStun(IceSession session, byte[] datagram, InetSocketAddress from) {
        IcePair pair = new IcePair(socket.localAddress(), from);
        IceResult result = session.receive(datagram, 0, datagram.length, pair, System.nanoTime());
        if (result instanceof IceResult.Accepted(var reply, var change)) {
            socket.send(reply.bytes(), 0, reply.bytes().length, from);
            selected = session.selected();
            if (change == IceResult.Change.RESTARTED) {
                restarted.countDown();
            }
        }
    }

    private void echo(byte[] buffer, int length) {
        if (srtp == null) {
            return;
        }
        int plain = srtp.unprotectRtp(buffer, 0, length);
        if (plain >= 0) {
            send(buffer, srtp.protectRtp(buffer, 0, plain));
        }
    }

    private void sendDtls(byte[] buffer, int offset, int length) {
        send(Arrays.copyOfRange(buffer, offset, offset + length), length);
    }

    private void send(byte[] buffer, int length) {
        IcePair pair = selected;
        if (pair != null) {
            socket.send(buffer, 0, length, pair.remote());
        }
    }

    private void happened(DtlsEvent event) {
        if (event instanceof DtlsEvent.Keyed(var keys)) {
            synchronized (this) {
                srtp = new SrtpSession(keys);
            }
            up = true;
        }
    }
}
