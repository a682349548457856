package org.sonnerie.pbx.certificates;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Optional;
import org.shredzone.acme4j.connector.HttpConnector;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.provider.AbstractAcmeProvider;
import org.sonnerie.pbx.config.OutsideAddresses;

/**
 * Any authority that speaks RFC 8555, as long as all that it names stands where this server may be
 * led. No redirect is followed.
 */
final class CheckedAuthority extends AbstractAcmeProvider {
    private final OutsideAddresses addresses;

    CheckedAuthority(OutsideAddresses addresses) {
        this.addresses = addresses;
    }

    /** What an authority named may not be spoken to. */
    static final class NotAllowedException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        NotAllowedException(URL address) {
            super(address.toString());
        }
    }

    @Override
    public boolean accepts(URI directory) {
        return true;
    }

    @Override
    public URL resolve(URI directory) {
        try {
            return directory.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no address: " + directory, e);
        }
    }

    @Override
    protected HttpConnector createHttpConnector(NetworkSettings settings) {
        return new Checked(settings, addresses);
    }

    private static final class Checked extends HttpConnector {
        private final OutsideAddresses addresses;

        Checked(NetworkSettings settings, OutsideAddresses addresses) {
            super(settings);
            this.addresses = addresses;
        }

        @Override
        public HttpRequest.Builder createRequestBuilder(URL address) {
            if (!mayBeReached(address)) {
                throw new NotAllowedException(address);
            }
            return super.createRequestBuilder(address);
        }

        /** A host without address is left to whoever connects, who says so. */
        private boolean mayBeReached(URL address) {
            Optional<URI> read = addresses.read(address.toString());
            try {
                return read.isPresent() && !addresses.resolve(read.get()).isEmpty();
            } catch (UnknownHostException e) {
                return true;
            }
        }

        @Override
        public HttpClient.Builder createClientBuilder() {
            return super.createClientBuilder().followRedirects(HttpClient.Redirect.NEVER);
        }
    }
}
