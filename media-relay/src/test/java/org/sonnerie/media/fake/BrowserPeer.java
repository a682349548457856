package org.sonnerie.media.fake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.dtls.DtlsAdmission;
import org.sonnerie.media.dtls.DtlsCertificate;
import org.sonnerie.media.dtls.DtlsEvent;
import org.sonnerie.media.dtls.DtlsSession;
import org.sonnerie.media.dtls.Fingerprint;
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
    private IceCredentials local = IceCredentials.generate(RANDOM);
    private volatile @Nullable IceChecks checks;
    private volatile @Nullable DtlsSession dtls;
    private volatile @Nullable SrtpSession srtp;
    private volatile InetSocketAddress relay =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    private volatile String fingerprint;
    private volatile boolean silent;
    private volatile boolean dtlsFailed;
    private volatile boolean closedByRelay;
    private int ticks;
    private volatile boolean checkAnswered;

    public BrowserPeer(int hertz) {
        super(0);
        talker = new Talker(Codec.opus(Tone.SAMPLE_RATE_HZ), OPUS, KEYS, hertz, port());
        fingerprint = certificate.fingerprint().toString();
        begin();
    }

    /** An offer like Chromium's, with its present credentials. */
    public String offer() {
        return String.join(
                        "\r\n",
                        "v=0",
                        "o=- 4611731400430051336 2 IN IP4 127.0.0.1",
                        "s=-",
                        "t=0 0",
                        "a=group:BUNDLE 0",
                        "a=extmap-allow-mixed",
                        "a=msid-semantic: WMS stream",
                        "m=audio 9 UDP/TLS/RTP/SAVPF 111 0 8 110 126",
                        "c=IN IP4 0.0.0.0",
                        "a=rtcp:9 IN IP4 0.0.0.0",
                        "a=ice-ufrag:" + local.ufrag(),
                        "a=ice-pwd:" + local.password(),
                        "a=ice-options:trickle",
                        "a=fingerprint:" + fingerprint,
                        "a=setup:actpass",
                        "a=mid:0",
                        "a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level",
                        "a=sendrecv",
                        "a=rtcp-mux",
                        "a=rtpmap:111 opus/48000/2",
                        "a=fmtp:111 minptime=10;useinbandfec=1",
                        "a=rtpmap:0 PCMU/8000",
                        "a=rtpmap:8 PCMA/8000",
                        "a=rtpmap:110 telephone-event/48000",
                        "a=rtpmap:126 telephone-event/8000",
                        "a=ssrc:1 cname:x")
                + "\r\n";
    }

    /** Connects as the answer says; DTLS anew unless it goes on. */
    public void connect(String answer) {
        applyTransport(answer);
        DtlsSession session =
                DtlsSession.client(
                        new DtlsSession.Parties(
                                certificate,
                                List.of(
                                        Fingerprint.parse(line(answer, "a=fingerprint:"))
                                                .orElseThrow()),
                                RANDOM),
                        (buffer, offset, length) -> send(buffer, offset, length, relay),
                        this::happened,
                        new DtlsAdmission(4, 4));
        dtls = session;
        Await.until("an ICE check answered", () -> checkAnswered);
        session.start(virtualThreads);
    }

    /** Only the ICE part of an answer: after an ICE restart. */
    public void applyTransport(String answer) {
        relay =
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(),
                        Integer.parseInt(line(answer, "m=audio ").split(" ", 2)[0]));
        checks =
                new IceChecks(
                        line(answer, "a=ice-ufrag:"),
                        line(answer, "a=ice-pwd:"),
                        local.ufrag(),
                        port());
    }

    public void restartIce() {
        local = IceCredentials.generate(RANDOM);
    }

    /** Announces another certificate than it has. */
    public void lieAboutItsFingerprint() {
        fingerprint = DtlsCertificate.generate(RANDOM, Instant.now()).fingerprint().toString();
    }

    static String line(String sdp, String start) {
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(start) + "(.*?)\r?$").matcher(sdp);
        if (!line.find()) {
            throw new IllegalArgumentException(start + " not in " + sdp);
        }
        return line.group(1);
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
            byte[] check = current.check();
            send(check, 0, check.length, relay);
        }
        SrtpSession session = srtp;
        int length = session == null ? 0 : talker.next(out, silent);
        if (session != null && length > 0) {
            way.send(out, session.protectRtp(out, 0, length), relay);
        }
        way.deliver();
    }

    @Override
    void received(byte[] buffer, int length, InetSocketAddress from) {
        switch (PacketKind.of(buffer, 0, length)) {
            case STUN -> checkAnswered |= buffer[0] == 1 && buffer[1] == 1;
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
