package org.sonnerie.media.peer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sonnerie.media.dtls.Fingerprint;
import org.sonnerie.media.ice.IceCredentials;

/** The SDP a browser would write, and what it reads in our answer. */
final class PeerSdp {
    private static final Pattern CANDIDATE =
            Pattern.compile(
                    "a=candidate:\\S+ 1 udp \\d+ (\\S+) (\\d+) typ host.*",
                    Pattern.CASE_INSENSITIVE);

    /** Opus, telephone-event and G.711, as Chromium numbers them. */
    private static final List<String> ALL = List.of("111", "0", "8", "110", "126");

    private PeerSdp() {}

    static String offer(IceCredentials own, Fingerprint fingerprint, List<String> payloadTypes) {
        List<String> chosen = payloadTypes.isEmpty() ? ALL : payloadTypes;
        List<String> lines = new ArrayList<>();
        lines.add("v=0");
        lines.add("o=- 4611731400430051336 2 IN IP4 127.0.0.1");
        lines.add("s=-");
        lines.add("t=0 0");
        lines.add("a=group:BUNDLE 0");
        lines.add("a=extmap-allow-mixed");
        lines.add("a=msid-semantic: WMS");
        lines.add("m=audio 9 UDP/TLS/RTP/SAVPF " + String.join(" ", chosen));
        lines.add("c=IN IP4 0.0.0.0");
        lines.add("a=rtcp:9 IN IP4 0.0.0.0");
        lines.add("a=ice-ufrag:" + own.ufrag());
        lines.add("a=ice-pwd:" + own.password());
        lines.add("a=ice-options:trickle");
        lines.add("a=fingerprint:" + fingerprint);
        lines.add("a=setup:actpass");
        lines.add("a=mid:0");
        lines.add("a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level");
        lines.add("a=sendrecv");
        lines.add("a=rtcp-mux");
        for (String payloadType : chosen) {
            lines.addAll(format(payloadType));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    static IceCredentials credentials(String answer) {
        return new IceCredentials(line(answer, "a=ice-ufrag:"), line(answer, "a=ice-pwd:"));
    }

    static Fingerprint fingerprint(String answer) {
        return Fingerprint.parse(line(answer, "a=fingerprint:")).orElseThrow();
    }

    /** The first UDP candidate of the wanted family. */
    static InetSocketAddress candidate(String answer, InetAddress like) {
        for (String line : answer.lines().toList()) {
            Matcher matcher = CANDIDATE.matcher(line);
            if (matcher.matches()) {
                InetAddress address = InetAddress.ofLiteral(matcher.group(1));
                if (address.getAddress().length == like.getAddress().length) {
                    return new InetSocketAddress(address, Integer.parseInt(matcher.group(2)));
                }
            }
        }
        throw new AssertionError("no candidate in the answer");
    }

    private static List<String> format(String payloadType) {
        return switch (payloadType) {
            case "111" ->
                    List.of("a=rtpmap:111 opus/48000/2", "a=fmtp:111 minptime=10;useinbandfec=1");
            case "0" -> List.of("a=rtpmap:0 PCMU/8000");
            case "8" -> List.of("a=rtpmap:8 PCMA/8000");
            case "110" -> List.of("a=rtpmap:110 telephone-event/48000");
            case "126" -> List.of("a=rtpmap:126 telephone-event/8000");
            default -> throw new IllegalArgumentException(payloadType);
        };
    }

    private static String line(String sdp, String prefix) {
        return sdp.lines()
                .filter(line -> line.startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + prefix + " in the answer"))
                .substring(prefix.length());
    }
}
