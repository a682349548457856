package org.sonnerie.media.fake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.codec.Codec;
import org.sonnerie.media.rtp.RtpPacket;

/** A carrier's plain RTP. */
public final class TrunkPeer extends Peer {
    private static final int KEYS = 101;
    private static final Pattern PORT = Pattern.compile("m=audio (\\d+) ");
    private static final Pattern ADDRESS = Pattern.compile("c=IN IP[46] (\\S+)");

    private final Codec codec;
    private final int payloadType;
    private final boolean events;
    private final Talker talker;
    private final Heard heard;
    private final byte[] out = new byte[2_048];
    private final RtpPacket packet = new RtpPacket();
    private volatile boolean silent;
    private volatile @Nullable InetSocketAddress target;

    public TrunkPeer(Codec codec, int hertz) {
        this(codec, hertz, InetAddress.ofLiteral("127.0.0.1"));
    }

    /** One whose sound comes from this address, whatever its SDP says. */
    public TrunkPeer(Codec codec, int hertz, InetAddress address) {
        this(codec, new Tone(hertz), address);
    }

    /** One who says that. */
    public TrunkPeer(Codec codec, Speech speech, InetAddress address) {
        this(codec, speech, address, true);
    }

    /** One who has no telephone-events: his keys are tones. */
    public static TrunkPeer withoutEvents(Codec codec, Keypad keypad) {
        return new TrunkPeer(codec, keypad, InetAddress.ofLiteral("127.0.0.1"), false);
    }

    private TrunkPeer(Codec codec, Speech speech, InetAddress address, boolean events) {
        super(address);
        this.codec = codec;
        this.events = events;
        this.payloadType = codec.equals(Codec.PCMA) ? 8 : 0;
        this.talker = new Talker(codec, payloadType, KEYS, speech, port());
        this.heard = new Heard(codec, KEYS);
        begin();
    }

    /** The carrier's SDP, as offer or answer. */
    public String sdp(String address) {
        String connection = (address.contains(":") ? "IN IP6 " : "IN IP4 ") + address;
        return "v=0\r\no=- 1 1 "
                + connection
                + "\r\ns=-\r\nc="
                + connection
                + "\r\nt=0 0\r\nm=audio "
                + port()
                + " RTP/AVP "
                + payloadType
                + (events ? " " + KEYS : "")
                + "\r\na=rtpmap:"
                + payloadType
                + " "
                + codec.name()
                + "/8000\r\n"
                + (events ? "a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\n" : "")
                + "a=ptime:20\r\na=sendrecv\r\n";
    }

    /** Sends to where the relay's SDP says. */
    public void talkTo(String sdp) {
        Matcher port = PORT.matcher(sdp);
        Matcher address = ADDRESS.matcher(sdp);
        if (!port.find() || !address.find()) {
            throw new IllegalArgumentException(sdp);
        }
        talkTo(
                new InetSocketAddress(
                        InetAddress.ofLiteral(address.group(1)), Integer.parseInt(port.group(1))));
    }

    /** Sends there, invited or not. */
    public void talkTo(InetSocketAddress there) {
        target = there;
    }

    /** Where it sends to. */
    public InetSocketAddress target() {
        return Objects.requireNonNull(target, "it talks to nobody");
    }

    public void silent(boolean saysNothing) {
        silent = saysNothing;
    }

    public void press(String digits) {
        talker.press(digits);
    }

    public Heard heard() {
        return heard;
    }

    @Override
    void tick() {
        InetSocketAddress to = target;
        int length = to == null ? 0 : talker.next(out, silent);
        if (to != null && length > 0) {
            send(out, 0, length, to);
        }
    }

    @Override
    void received(byte[] buffer, int length, InetSocketAddress from) {
        if (packet.wrap(buffer, 0, length)) {
            heard.packet(packet);
        }
    }
}
