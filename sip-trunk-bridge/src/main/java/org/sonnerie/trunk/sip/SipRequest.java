package org.sonnerie.trunk.sip;

/**
 * A request.
 *
 * @param method a token, with regard to case
 * @param uri the Request-URI as written
 * @param headers without Content-Length, which the writer adds
 * @param body octets
 */
public record SipRequest(String method, String uri, Headers headers, String body)
        implements SipMessage {

    /**
     * Tells the method.
     *
     * @param name in capitals
     * @return true if it is this one
     */
    public boolean is(String name) {
        return method.equals(name);
    }

    /**
     * The same with other header fields.
     *
     * @param others instead of these
     * @return the changed request
     */
    public SipRequest with(Headers others) {
        return new SipRequest(method, uri, others, body);
    }

    /**
     * The same with one field set.
     *
     * @param name in full form
     * @param value octets
     * @return the changed request
     */
    public SipRequest with(String name, String value) {
        return with(headers.with(name, value));
    }

    /**
     * The same with a session description as body.
     *
     * @param sdp text
     * @return the changed request
     */
    public SipRequest withSdp(String sdp) {
        return new SipRequest(
                method, uri, headers.with("Content-Type", "application/sdp"), SipText.octets(sdp));
    }

    /**
     * The same as it stands after a hop: received and rport noted in the top Via.
     *
     * @param source where the packet came from
     * @return the changed request
     */
    public SipRequest receivedFrom(Hop source) {
        String line = headers.first("Via").orElseThrow();
        String rest = Headers.split(line).skip(1).reduce("", (a, b) -> a + ", " + b);
        Via noted = via().receivedFrom(source.host(), source.port());
        return with(headers.replaceFirst("Via", noted + rest));
    }
}
