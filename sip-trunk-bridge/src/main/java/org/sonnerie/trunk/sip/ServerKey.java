package org.sonnerie.trunk.sip;

import java.util.Locale;

/**
 * Names a server transaction (RFC 3261 section 17.2.3).
 *
 * @param peer what tells one sender's transaction from another
 * @param method INVITE for the ACK of one too
 */
public record ServerKey(String peer, String method) {

    /**
     * The transaction a request belongs to.
     *
     * @param request as received
     * @return its key
     */
    public static ServerKey of(SipRequest request) {
        Via via = request.via();
        String branch = via.branch().orElse("");
        String method = request.is("ACK") ? "INVITE" : request.method();
        String sentBy =
                via.host().toLowerCase(Locale.ROOT) + ":" + via.port().orElse(Hop.DEFAULT_PORT);
        if (branch.startsWith(Via.COOKIE) && branch.length() > Via.COOKIE.length()) {
            return new ServerKey(branch + " " + sentBy, method);
        }
        // RFC 2543 gave no promise about the branch: everything that stays the same is compared.
        String all =
                String.join(
                        " ",
                        request.uri(),
                        request.from().tag().orElse(""),
                        request.callId(),
                        Long.toString(request.cseq().number()),
                        branch,
                        sentBy);
        return new ServerKey(all, method);
    }

    /**
     * The INVITE that a CANCEL with this key means.
     *
     * @return its key
     */
    public ServerKey invite() {
        return new ServerKey(peer, "INVITE");
    }
}
