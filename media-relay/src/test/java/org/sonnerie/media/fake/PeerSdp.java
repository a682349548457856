package org.sonnerie.media.fake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sonnerie.media.dtls.Fingerprint;
import org.sonnerie.media.ice.IceCredentials;

/** The SDP a browser would write, and what it reads in our answer. */
final class PeerSdp {
    private static final Pattern CANDIDATE =
            Pattern.compile("a=candidate:\\S+ 1 udp \\d+ (\\S+) (\\d+) typ host");

    private static final Pattern PASSIVE =
            Pattern.compile("a=candidate:\\S+ 1 TCP \\d+ (\\S+) (\\d+) typ host tcptype passive");

    private PeerSdp() {}

    /** An offer like Chromium's. */
    static String offer(IceCredentials own, String fingerprint, long session) {
        return String.join(
                        "\r\n",
                        "v=0",
                        "o=- " + session + " 2 IN IP4 127.0.0.1",
                        "s=-",
                        "t=0 0",
                        "a=group:BUNDLE 0",
                        "a=extmap-allow-mixed",
                        "a=msid-semantic: WMS stream",
                        "m=audio 9 UDP/TLS/RTP/SAVPF 111 0 8 110 126",
                        "c=IN IP4 0.0.0.0",
                        "a=rtcp:9 IN IP4 0.0.0.0",
                        "a=ice-ufrag:" + own.ufrag(),
                        "a=ice-pwd:" + own.password(),
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

    static IceCredentials credentials(String answer) {
        return new IceCredentials(line(answer, "a=ice-ufrag:"), line(answer, "a=ice-pwd:"));
    }

    static Fingerprint fingerprint(String answer) {
        return Fingerprint.parse(line(answer, "a=fingerprint:")).orElseThrow();
    }

    static List<InetSocketAddress> candidates(String answer) {
        return candidates(CANDIDATE, answer);
    }

    /** Those that wait to be connected to. */
    static List<InetSocketAddress> passiveCandidates(String answer) {
        return candidates(PASSIVE, answer);
    }

    private static List<InetSocketAddress> candidates(Pattern kind, String answer) {
        return kind.matcher(answer)
                .results()
                .map(found ->
                        new InetSocketAddress(
                                InetAddress.ofLiteral(found.group(1)),
                                Integer.parseInt(found.group(2))))
                .toList();
    }

    /** The first candidate of an address family, as a browser with that one alone would choose. */
    static InetSocketAddress candidate(String answer, InetAddress like) {
        return first(candidates(answer), like);
    }

    /** Likewise of those that wait to be connected to. */
    static InetSocketAddress passiveCandidate(String answer, InetAddress like) {
        return first(passiveCandidates(answer), like);
    }

    private static InetSocketAddress first(List<InetSocketAddress> all, InetAddress like) {
        return all.stream()
                .filter(candidate -> candidate.getAddress().getClass() == like.getClass())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no candidate like " + like));
    }

    private static String line(String sdp, String start) {
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(start) + "(.*?)\r?$").matcher(sdp);
        if (!line.find()) {
            throw new AssertionError("no " + start + " in the answer");
        }
        return line.group(1);
    }
}
