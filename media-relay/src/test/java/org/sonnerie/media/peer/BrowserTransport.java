package org.sonnerie.media.peer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.dtls.DtlsAdmission;
import org.sonnerie.media.dtls.DtlsCertificate;
import org.sonnerie.media.dtls.DtlsEvent;
import org.sonnerie.media.dtls.DtlsSession;
import org.sonnerie.media.dtls.Fingerprint;
import org.sonnerie.media.ice.IceCredentials;
import org.sonnerie.media.net.PacketKind;
import org.sonnerie.media.net.UdpSocket;
import org.sonnerie.media.srtp.SrtpSession;

/**
 * The transport of a browser in this JVM: a controlling ICE agent on one socket, the DTLS client,
 * SRTP and SRTCP. A page that is reloaded is a new one of these. Thread safe.
 *
 * <p>{@code offer -> relay -> applyAnswer -> awaitUp -> sendRtp / nextRtp}
 */
public final class BrowserTransport implements AutoCloseable {
    private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long CONSENT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DtlsCertificate certificate;
    private final Fingerprint announced;
    private final InetAddress bindAddress;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread loop;
    private final BlockingQueue<byte[]> rtp = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> rtcp = new LinkedBlockingQueue<>();
    private final BlockingQueue<DtlsEvent> dtlsEvents = new LinkedBlockingQueue<>();
    private final CountDownLatch connected = new CountDownLatch(1);
    private final CountDownLatch up = new CountDownLatch(1);
    private final CountDownLatch down = new CountDownLatch(1);
    private volatile UdpSocket socket;
    private volatile IceCredentials own = IceCredentials.generate(RANDOM);
    private volatile boolean silent;
    private volatile boolean stopped;
    private volatile Impairment impairment = Impairment.none();
    private @Nullable IceCredentials relay;
    private @Nullable Fingerprint relayFingerprint;
    private @Nullable InetSocketAddress relayAddress;
    private @Nullable StunCheck check;
    private @Nullable DtlsSession dtls;
    private @Nullable SrtpSession srtp;
    private boolean answered;
    private long nextCheckNanos;

    private BrowserTransport(InetAddress bindAddress, boolean honest) {
        this.bindAddress = bindAddress;
        certificate = DtlsCertificate.generate(RANDOM, Instant.EPOCH);
        announced =
                honest
                        ? certificate.fingerprint()
                        : DtlsCertificate.generate(RANDOM, Instant.EPOCH).fingerprint();
        socket = UdpSocket.open(new InetSocketAddress(bindAddress, 0), false);
        loop = Thread.ofPlatform().daemon().name("browser").start(this::run);
    }

    /** A browser on 127.0.0.1. */
    public static BrowserTransport open() {
        return new BrowserTransport(InetAddress.getLoopbackAddress(), true);
    }

    /** A browser on an address of this machine. */
    public static BrowserTransport openAt(InetAddress address) {
        return new BrowserTransport(address, true);
    }

    /** One whose certificate is not the one its offer announces. */
    public static BrowserTransport openWithWrongFingerprint() {
        return new BrowserTransport(InetAddress.getLoopbackAddress(), false);
    }

    /**
     * An offer of this transport with one audio m-line.
     *
     * @param payloadTypes of 111 (Opus), 0 (PCMU), 8 (PCMA), 110 and 126 (telephone-event); none =
     *     all
     */
    public String offer(String... payloadTypes) {
        return PeerSdp.offer(own, announced, List.of(payloadTypes));
    }

    /** New credentials: the next offer is an ICE restart; DTLS goes on. */
    public void restartIce() {
        own = IceCredentials.generate(RANDOM);
    }

    /** Begins to connect to what the relay answered. */
    public void applyAnswer(String answer) {
        connect(
                PeerSdp.credentials(answer),
                PeerSdp.fingerprint(answer),
                PeerSdp.candidate(answer, bindAddress));
    }

    /** As {@link #applyAnswer}, for tests without SDP. */
    public synchronized void connect(
            IceCredentials relayCredentials, Fingerprint fingerprint, InetSocketAddress address) {
        relay = relayCredentials;
        relayFingerprint = fingerprint;
        relayAddress = address;
        check = null;
        answered = false;
        nextCheckNanos = System.nanoTime();
    }

    /** Waits until SRTP has keys. */
    public boolean awaitUp() throws InterruptedException {
        return up.await(30, TimeUnit.SECONDS);
    }

    /** Waits until a check was answered. */
    public boolean awaitConnected() throws InterruptedException {
        return connected.await(30, TimeUnit.SECONDS);
    }

    /** Waits until DTLS has failed or is closed. */
    public boolean awaitDown() throws InterruptedException {
        return down.await(30, TimeUnit.SECONDS);
    }

    /** What DTLS said, in order. */
    public BlockingQueue<DtlsEvent> dtlsEvents() {
        return dtlsEvents;
    }

    /** Encrypts and sends an RTP packet, as the impairment lets it. */
    public void sendRtp(byte[] packet, int length) {
        byte[] wire = Arrays.copyOf(packet, length + 32);
        synchronized (this) {
            SrtpSession session = session();
            byte[] sealed = Arrays.copyOf(wire, session.protectRtp(wire, 0, length));
            if (impairment.isNone()) {
                sendRaw(sealed);
            } else {
                impairment.accept(sealed, System.nanoTime());
            }
        }
    }

    /** Encrypts and sends a compound RTCP packet. */
    public void sendRtcp(byte[] packet, int length) {
        byte[] wire = Arrays.copyOf(packet, length + 32);
        synchronized (this) {
            sendRaw(Arrays.copyOf(wire, session().protectRtcp(wire, 0, length)));
        }
    }

    /** Sends any bytes to the relay's address. */
    public void sendRaw(byte[] datagram) {
        InetSocketAddress to = relayAddress();
        if (to != null && !silent) {
            socket.send(datagram, 0, datagram.length, to);
        }
    }

    /** The next decrypted RTP packet, or null after a second of none. */
    public byte @Nullable [] nextRtp() throws InterruptedException {
        return rtp.poll(1, TimeUnit.SECONDS);
    }

    /** The decrypted RTP packets not yet taken. */
    public BlockingQueue<byte[]> rtp() {
        return rtp;
    }

    /** The decrypted RTCP packets not yet taken. */
    public BlockingQueue<byte[]> rtcp() {
        return rtcp;
    }

    /** From now on RTP goes through a bad network. */
    public void impair(long seed, int lossPercent, int jitterMillis) {
        synchronized (this) {
            impairment = new Impairment(seed, lossPercent, jitterMillis);
        }
    }

    /** Another socket, as after a change from Wi-Fi to mobile: checks come from a new address. */
    public synchronized void changeNetwork() {
        UdpSocket old = socket;
        socket = UdpSocket.open(new InetSocketAddress(bindAddress, 0), false);
        old.close();
        check = null;
        nextCheckNanos = System.nanoTime();
    }

    /** The tab is frozen or its network gone: nothing more is sent. */
    public void goSilent() {
        silent = true;
    }

    /** Where it sends from. */
    public InetSocketAddress localAddress() {
        return socket.localAddress();
    }

    /** Says close_notify if it can, and ends. */
    @Override
    public void close() {
        DtlsSession session = dtlsSession();
        if (session != null) {
            session.close();
        }
        threads.close();
        stopped = true;
        LockSupport.unpark(loop);
        socket.close();
    }

    private void run() {
        while (!stopped) {
            socket.drain(this::received, 100);
            work(System.nanoTime());
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private synchronized void work(long nowNanos) {
        impairment.release(nowNanos, this::sendRaw);
        if (relay == null || relayAddress == null || nowNanos - nextCheckNanos < 0) {
            return;
        }
        byte[] transaction = new byte[12];
        RANDOM.nextBytes(transaction);
        check = new StunCheck(transaction, own, relay, true);
        sendRaw(check.request());
        nextCheckNanos = nowNanos + (answered ? CONSENT_NANOS : CHECK_NANOS);
    }

    private void received(byte[] buffer, int offset, int length, InetSocketAddress from) {
        switch (PacketKind.of(buffer, offset, length)) {
            case STUN -> receivedStun(buffer, length);
            case DTLS -> receivedDtls(buffer, length);
            case RTP, RTCP -> receivedSrtp(buffer, length);
            case UNKNOWN -> {}
        }
    }

    private synchronized void receivedStun(byte[] buffer, int length) {
        if (check == null || !check.isAnsweredBy(buffer, length)) {
            return;
        }
        answered = true;
        connected.countDown();
        if (dtls == null && relayFingerprint != null) {
            DtlsSession.Parties parties =
                    new DtlsSession.Parties(certificate, List.of(relayFingerprint), RANDOM);
            dtls =
                    DtlsSession.client(
                            parties, this::sendDtls, this::happened, new DtlsAdmission(1, 1));
            dtls.start(threads);
        }
    }

    private void receivedDtls(byte[] buffer, int length) {
        DtlsSession session = dtlsSession();
        if (session != null) {
            session.receive(buffer, 0, length);
        }
    }

    private synchronized void receivedSrtp(byte[] buffer, int length) {
        if (srtp == null) {
            return;
        }
        boolean control = PacketKind.of(buffer, 0, length) == PacketKind.RTCP;
        int plain =
                control
                        ? srtp.unprotectRtcp(buffer, 0, length)
                        : srtp.unprotectRtp(buffer, 0, length);
        if (plain >= 0) {
            (control ? rtcp : rtp).add(Arrays.copyOf(buffer, plain));
        }
    }

    private void sendDtls(byte[] buffer, int offset, int length) {
        sendRaw(Arrays.copyOfRange(buffer, offset, offset + length));
    }

    private void happened(DtlsEvent event) {
        dtlsEvents.add(event);
        switch (event) {
            case DtlsEvent.Keyed keyed -> {
                synchronized (this) {
                    srtp = new SrtpSession(keyed.keys());
                }
                up.countDown();
            }
            case DtlsEvent.Failed _, DtlsEvent.Closed _ -> down.countDown();
        }
    }

    private SrtpSession session() {
        if (srtp == null) {
            throw new IllegalStateException("not up");
        }
        return srtp;
    }

    private synchronized @Nullable DtlsSession dtlsSession() {
        return dtls;
    }

    private synchronized @Nullable InetSocketAddress relayAddress() {
        return relayAddress;
    }
}
