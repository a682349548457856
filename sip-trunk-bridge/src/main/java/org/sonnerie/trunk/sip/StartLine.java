package org.sonnerie.trunk.sip;

/**
 * The first line of a message (RFC 3261 sections 7.1 and 7.2).
 *
 * @param method empty for a response
 * @param uri empty for a response
 * @param version as written
 * @param status 0 for a request
 * @param reason of a response
 */
record StartLine(String method, String uri, String version, int status, String reason) {

    /** Finds out what kind of line it is; throws if it is none. */
    static StartLine read(String line) {
        return line.regionMatches(true, 0, "SIP/", 0, 4) ? response(line) : request(line);
    }

    private static StartLine request(String line) {
        int first = line.indexOf(' ');
        int last = line.stripTrailing().lastIndexOf(' ');
        String method = first < 0 ? "" : line.substring(0, first);
        if (!SipText.isToken(method) || last <= first) {
            throw new SipSyntaxException("request line");
        }
        String version = line.substring(last + 1);
        if (!version.regionMatches(true, 0, "SIP/", 0, 4)) {
            throw new SipSyntaxException("request line");
        }
        return new StartLine(method, line.substring(first + 1, last), version, 0, "");
    }

    private static StartLine response(String line) {
        String[] parts = line.split(" ", 3);
        boolean digits = parts.length > 1 && parts[1].chars().allMatch(SipText::isDigit);
        if (!digits || parts[1].length() != 3) {
            throw new SipSyntaxException("status line");
        }
        int status = Integer.parseInt(parts[1]);
        if (status < 100 || status > 699) {
            throw new SipSyntaxException("status code");
        }
        return new StartLine("", "", parts[0], status, parts.length > 2 ? parts[2] : "");
    }

    boolean isRequest() {
        return status == 0;
    }

    /** Checks the Request-URI: any scheme, no spaces, no headers in it (section 19.1.1). */
    void check() {
        if (!isRequest()) {
            return;
        }
        if (!version.equals(version.strip())) {
            throw new SipSyntaxException("space after the request line");
        }
        SipUri.check(uri);
        if (SipUri.parse(uri).filter(u -> !u.headers().isEmpty()).isPresent()) {
            throw new SipSyntaxException("headers in the Request-URI");
        }
    }

    SipMessage message(Headers headers, String body) {
        return isRequest()
                ? new SipRequest(method, uri, headers, body)
                : new SipResponse(status, reason, headers, body);
    }
}
