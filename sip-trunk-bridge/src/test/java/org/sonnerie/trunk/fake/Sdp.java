package org.sonnerie.trunk.fake;

/** Session descriptions for tests; nothing in this module looks into them. */
public final class Sdp {
    /** Offers G.711. */
    public static final String OFFER = of("127.0.0.1", 40_000);

    /** Answers it. */
    public static final String ANSWER = of("127.0.0.1", 41_000);

    /** Another one. */
    public static final String OTHER = of("127.0.0.1", 42_000);

    private Sdp() {}

    private static String of(String address, int port) {
        return "v=0\r\no=- 1 1 IN IP4 "
                + address
                + "\r\ns=-\r\nc=IN IP4 "
                + address
                + "\r\nt=0 0\r\nm=audio "
                + port
                + " RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n";
    }
}
