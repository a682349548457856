package org.sonnerie.trunk.sip;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sonnerie.trunk.api.TrunkAccount.Transport;

/**
 * What others reach us by.
 *
 * @param host IP literal that stands in Via and Contact
 * @param port UDP and TCP
 */
public record OwnAddress(String host, int port) {
    /** What stands in User-Agent and Server: no version, which would only help an attacker. */
    public static final String PRODUCT = "Sonnerie";

    /** The methods we serve. */
    public static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS";

    /**
     * A Via of ours for a new transaction.
     *
     * @param transport UDP or TCP
     * @param token never used before
     * @return asks for rport (RFC 3581)
     */
    public String via(Transport transport, String token) {
        Parameters parameters =
                new Parameters(
                        List.of(
                                new Parameters.Parameter("branch", Optional.of(Via.COOKIE + token)),
                                new Parameters.Parameter("rport", Optional.empty())));
        String name = SipUri.of("", host, port).host();
        return new Via(transport.name(), name, OptionalInt.of(port), parameters).toString();
    }

    /**
     * A Contact of ours.
     *
     * @param user escaped
     * @param transport UDP or TCP
     * @return with brackets
     */
    public String contact(String user, Transport transport) {
        SipUri uri = SipUri.of(user, host, port);
        return "<" + (transport == Transport.TCP ? uri.with("transport", "tcp") : uri) + ">";
    }
}
