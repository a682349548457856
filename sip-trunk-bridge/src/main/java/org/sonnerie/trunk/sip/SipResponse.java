package org.sonnerie.trunk.sip;

/**
 * A response.
 *
 * @param status 100 to 699
 * @param reason octets; may be empty
 * @param headers without Content-Length, which the writer adds
 * @param body octets
 */
public record SipResponse(int status, String reason, Headers headers, String body)
        implements SipMessage {
    /** Checks the status. */
    public SipResponse {
        if (status < 100 || status > 699) {
            throw new IllegalArgumentException("not a status: " + status);
        }
    }

    /**
     * The response to a request (RFC 3261 section 8.2.6): Via, From, To, Call-ID and CSeq mirrored.
     *
     * @param request what is answered
     * @param status 100 to 699
     * @param toTag put into To if the request has none there and the status is not 100
     * @return without body
     */
    public static SipResponse to(SipRequest request, int status, String toTag) {
        Headers headers = mirrored(request.headers());
        if (status > 100 && request.to().tag().isEmpty()) {
            headers =
                    headers.with(
                            "To", request.headers().first("To").orElseThrow() + ";tag=" + toTag);
        }
        return new SipResponse(status, StatusText.of(status), headers, "");
    }

    /** The same for a request that could not be read; its fields go back as they came. */
    static SipResponse toUnread(Headers headers, int status) {
        return new SipResponse(status, StatusText.of(status), mirrored(headers), "");
    }

    private static Headers mirrored(Headers of) {
        return Headers.NONE
                .andEach("Via", of.lines("Via"))
                .andEach("From", of.lines("From"))
                .andEach("To", of.lines("To"))
                .andEach("Call-ID", of.lines("Call-ID"))
                .andEach("CSeq", of.lines("CSeq"));
    }

    /**
     * Tells the class.
     *
     * @return true below 200
     */
    public boolean provisional() {
        return status < 200;
    }

    /**
     * Tells the class.
     *
     * @return true for 2xx
     */
    public boolean success() {
        return status >= 200 && status < 300;
    }

    /**
     * The same with one field set.
     *
     * @param name in full form
     * @param value octets
     * @return the changed response
     */
    public SipResponse with(String name, String value) {
        return new SipResponse(status, reason, headers.with(name, value), body);
    }

    /**
     * The same with fields appended.
     *
     * @param more appended in order
     * @return the changed response
     */
    public SipResponse and(Headers more) {
        Headers all = headers;
        for (Header header : more.all()) {
            all = all.and(header.name(), header.value());
        }
        return new SipResponse(status, reason, all, body);
    }

    /**
     * The same with a session description as body.
     *
     * @param sdp text
     * @return the changed response
     */
    public SipResponse withSdp(String sdp) {
        return new SipResponse(
                status,
                reason,
                headers.with("Content-Type", "application/sdp"),
                SipText.octets(sdp));
    }
}
