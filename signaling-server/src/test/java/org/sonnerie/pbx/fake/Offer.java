package org.sonnerie.pbx.fake;

/** A browser's offer of sound (RFC 9429); nobody is behind it. */
public final class Offer {
    public static final String TEXT =
            """
            v=0
            o=- 1 2 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0
            m=audio 9 UDP/TLS/RTP/SAVPF 111 0 8 110 126
            c=IN IP4 0.0.0.0
            a=ice-ufrag:abcd
            a=ice-pwd:abcdefghijklmnopqrstuvwx
            a=ice-options:trickle
            a=fingerprint:sha-256 %s00
            a=setup:actpass
            a=mid:0
            a=sendrecv
            a=rtcp-mux
            a=rtpmap:111 opus/48000/2
            a=fmtp:111 minptime=10;useinbandfec=1
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:110 telephone-event/48000
            a=rtpmap:126 telephone-event/8000
            a=ssrc:1 cname:x
            """
                    .formatted("00:".repeat(31))
                    .replace("\n", "\r\n");

    private Offer() {}
}
