package org.sonnerie.pbx.push;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.sonnerie.pbx.config.PublicAddresses;

/**
 * Where push messages may go. A page names the address, so that it must not lead into the company's
 * own net. That a name may mean another address a moment later opens nothing: nothing is sent
 * before the host has proved its name by a certificate.
 */
final class Endpoints {
    static final int LONGEST = 1_000;

    private static final int HTTPS = 443;

    private final boolean inside;

    /**
     * Rules.
     *
     * @param inside http, any port and private addresses are allowed, too
     */
    Endpoints(boolean inside) {
        this.inside = inside;
    }

    /**
     * Reads what a page named.
     *
     * @return empty: no address of a push service
     */
    Optional<URI> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean clean =
                    uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null;
            return Optional.of(uri).filter(_ -> clean && wayAllowed(uri));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean wayAllowed(URI uri) {
        if (inside) {
            return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        }
        boolean usualPort = uri.getPort() == -1 || uri.getPort() == HTTPS;
        return "https".equals(uri.getScheme()) && usualPort;
    }

    /**
     * Whether a host may be spoken to now. Asks the name service, so it may block.
     *
     * @param endpoint from {@link #read}
     */
    boolean leadsOut(URI endpoint) {
        if (inside) {
            return true;
        }
        try {
            InetAddress[] all = InetAddress.getAllByName(endpoint.getHost());
            return Arrays.stream(all)
                    .allMatch(address ->
                            PublicAddresses.isPublic(address) && !PublicAddresses.isOwn(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
