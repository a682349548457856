package org.sonnerie.media.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.dtls.DtlsAdmission;
import org.sonnerie.media.dtls.DtlsCertificate;
import org.sonnerie.media.dtls.DtlsEvent;
import org.sonnerie.media.dtls.DtlsSession;
import org.sonnerie.media.ice.IceCredentials;
import org.sonnerie.media.net.PacketKind;
import org.sonnerie.media.rtp.RtpPacket;
import org.sonnerie.media.srtp.SrtpSession;

/** A page: ICE checks, DTLS client, SRTP, Opus. */
public final class BrowserPeer extends Peer {
    private static final int OPUS = 111;
    private static final int KEYS = 110;
    private static final int CHECK_TICKS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DtlsCertificate certificate = DtlsCertificate.generate(RANDOM, Instant.now());
    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final Talker talker;
    private final Heard heard = new Heard(Codec.opus(Tone.SAMPLE_RATE_HZ), KEYS);
    private final byte[] out = new byte[2_048];
    private final RtpPacket packet = new RtpPacket();
    private final LossyWay way = new LossyWay(this);
    private final Set<ByteBuffer> said = ConcurrentHashMap.newKeySet();
    private IceCredentials local = IceCredentials.generate(RANDOM);
    private volatile @Nullable ByteBuffer heardLast;
    private volatile @Nullable IceChecks checks;
    private volatile @Nullable DtlsSession dtls;
    private volatile @Nullable SrtpSession srtp;
    private volatile String answer = "";
    private volatile InetSocketAddress relay =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    private volatile String fingerprint;
    private long session = 4_611_731_400_430_051_336L;
    private volatile boolean silent;
    private volatile boolean dtlsFailed;
    private volatile boolean closedByRelay;
    private volatile boolean mute;
    private volatile boolean checksUdpToo;
    private volatile boolean answeredByUdp;
    private int ticks;

    public BrowserPeer(int hertz) {
        this(hertz, InetAddress.ofLiteral("127.0.0.1"));
    }

    /** One that has this address alone. */
    public BrowserPeer(int hertz, InetAddress address) {
        this(new Tone(hertz), address);
    }

    /** One who says that. */
    public BrowserPeer(Speech speech, InetAddress address) {
        super(address);
        talker = new Talker(Codec.opus(Tone.SAMPLE_RATE_HZ), OPUS, KEYS, speech, port());
        fingerprint = certificate.fingerprint().toString();
        begin();
    }

    /** An offer like Chromium's, with its present credentials. */
    public String offer() {
        return PeerSdp.offer(local, fingerprint, session);
    }

    /** Connects as the answer says; DTLS anew unless it goes on. */
    public void connect(String answer) {
        applyTransport(answer);
        DtlsSession session =
                DtlsSession.client(
                        new DtlsSession.Parties(
                                certificate, List.of(PeerSdp.fingerprint(answer)), RANDOM),
                        (buffer, offset, length) -> send(buffer, offset, length, relay),
                        this::happened,
                        new DtlsAdmission(4, 4));
        dtls = session;
        Await.until("an ICE check answered", () -> mapped() != null);
        session.start(virtualThreads);
    }

    /** Only the ICE part of an answer: after an ICE restart. */
    public void applyTransport(String newAnswer) {
        answer = newAnswer;
        relay = PeerSdp.candidate(newAnswer, address().getAddress());
        IceChecks fresh = new IceChecks(local, PeerSdp.credentials(newAnswer), port());
        if (isUdpBlocked()) {
            useTcp(fresh);
        }
        checks = fresh;
    }

    /** Nominates a new connection and sends by it, once a check on it is answered. */
    public void useTcp() {
        useTcp(Objects.requireNonNull(checks));
    }

    private void useTcp(IceChecks current) {
        InetAddress own = address().getAddress();
        FramedConnection made = FramedConnection.open(own, PeerSdp.passiveCandidate(answer, own));
        byte[] check = current.check();
        try {
            made.send(check, 0, check.length);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        byte[] answered = made.await();
        current.received(answered, answered.length);
        use(made);
    }

    /** Nominates UDP, and leaves its connection as it is. */
    public FramedConnection useUdp() {
        FramedConnection before = connection();
        use(null);
        return Objects.requireNonNull(before);
    }

    /** UDP is let through: keeps a pair by it valid beside the connection, nominating none. */
    public void checkUdpToo() {
        blockUdp(false);
        checksUdpToo = true;
    }

    /** Whether one of its checks by UDP was answered. */
    public boolean isUdpValid() {
        return answeredByUdp;
    }

    /** Its end of the connection it sends by. */
    public InetSocketAddress tcpAddress() {
        return Objects.requireNonNull(connection()).address();
    }

    /** Ends its connection as if the network had. */
    public void breakConnection() {
        Objects.requireNonNull(connection()).close();
    }

    /** Whether it sends by a connection. */
    public boolean isByTcp() {
        return connection() != null;
    }

    /** Goes on from another socket, perhaps of the other address family. */
    public void changeNetwork(InetAddress address) {
        moveTo(address);
        applyTransport(answer);
    }

    /** Where the relay's last answer says that it can be connected to. */
    public List<InetSocketAddress> passiveCandidates() {
        return PeerSdp.passiveCandidates(answer);
    }

    /** Where the relay's last answer says it can be reached. */
    public List<InetSocketAddress> candidates() {
        return PeerSdp.candidates(answer);
    }

    /** How the relay sees it; null until a check with the present credentials is answered. */
    public @Nullable InetSocketAddress mapped() {
        IceChecks current = checks;
        return current == null ? null : current.mapped();
    }

    public IceCredentials ownCredentials() {
        return local;
    }

    /** The relay's, by its last answer. */
    public IceCredentials relayCredentials() {
        return PeerSdp.credentials(answer);
    }

    public void restartIce() {
        local = IceCredentials.generate(RANDOM);
    }

    /** The same page with a new connection, and the certificate it has for all of them. */
    public void reconnect() {
        restartIce();
        session++;
    }

    /** Announces another certificate than it has. */
    public void lieAboutItsFingerprint() {
        fingerprint = DtlsCertificate.generate(RANDOM, Instant.now()).fingerprint().toString();
    }

    private void happened(DtlsEvent event) {
        switch (event) {
            case DtlsEvent.Keyed(var keys) -> srtp = new SrtpSession(keys);
            case DtlsEvent.Failed _ -> dtlsFailed = true;
            case DtlsEvent.Closed(boolean byPeer) -> closedByRelay |= byPeer;
        }
    }

    @Override
    void tick() {
        IceChecks current = checks;
        if (current != null && ticks++ % CHECK_TICKS == 0) {
            byte[] check = current.check(!checksUdpToo || isByTcp());
            send(check, 0, check.length, relay);
            if (checksUdpToo && isByTcp()) {
                byte[] other = current.check(false);
                sendDatagram(other, 0, other.length, relay);
            }
        }
        SrtpSession session = srtp;
        int length = session == null || mute ? 0 : talker.next(out, silent);
        if (session != null && length > 0) {
            remember(length);
            way.send(out, session.protectRtp(out, 0, length), relay);
        }
        way.deliver();
    }

    private void remember(int length) {
        if (packet.wrap(out, 0, length)) {
            said.add(payload());
        }
    }

    private ByteBuffer payload() {
        byte[] copy = new byte[packet.payloadLength()];
        System.arraycopy(packet.buffer(), packet.payloadOffset(), copy, 0, copy.length);
        return ByteBuffer.wrap(copy);
    }

    @Override
    void received(byte[] buffer, int length, InetSocketAddress from) {
        switch (PacketKind.of(buffer, 0, length)) {
            case STUN -> {
                IceChecks current = checks;
                if (current != null) {
                    current.received(buffer, length);
                    answeredByUdp |= address().equals(current.mapped());
                }
            }
            case DTLS -> {
                DtlsSession session = dtls;
                if (session != null) {
                    session.receive(buffer, 0, length);
                }
            }
            case RTP -> {
                SrtpSession session = srtp;
                int plain = session == null ? -1 : session.unprotectRtp(buffer, 0, length);
                if (plain > 0 && packet.wrap(buffer, 0, plain)) {
                    heardLast = payload();
                    heard.packet(packet);
                }
            }
            case RTCP, UNKNOWN -> {}
        }
    }

    public void press(String digits) {
        talker.press(digits);
    }

    public void silent(boolean saysNothing) {
        silent = saysNothing;
    }

    /** Sends no sound at all, only its checks: a muted page. */
    public void mute(boolean sendsNothing) {
        mute = sendsNothing;
    }

    /** Whether the last packet this one heard holds a frame of the other's, to the byte. */
    public boolean hearsToTheByte(BrowserPeer other) {
        ByteBuffer last = heardLast;
        return last != null && other.said.contains(last);
    }

    /** A bad network from the page to the relay. */
    public void lose(double share, int jitterMillis) {
        way.lose(share, jitterMillis);
    }

    /** The page goes in good order: close_notify. */
    public void leave() {
        DtlsSession session = dtls;
        if (session != null) {
            session.close();
        }
    }

    public Heard heard() {
        return heard;
    }

    public boolean dtlsFailed() {
        return dtlsFailed;
    }

    public boolean closedByRelay() {
        return closedByRelay;
    }

    public boolean keyed() {
        return srtp != null;
    }

    @Override
    public void close() {
        super.close();
        virtualThreads.shutdownNow();
    }
}
