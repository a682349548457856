package org.sonnerie.pbx.signon;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.component.LifeCycle;
import org.sonnerie.pbx.config.OutsideAddresses;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JettyClientHttpRequestFactory;

/**
 * Asks identity providers: connects only where {@link OutsideAddresses} lets it, follows no
 * redirect, and reads neither long nor much.
 */
final class OutsideClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(10);
    private static final int MOST_OCTETS = 512 * 1024;

    private final HttpClient client = new HttpClient();
    private final JettyClientHttpRequestFactory requests;

    OutsideClient(OutsideAddresses addresses) {
        client.setFollowRedirects(false);
        client.setConnectTimeout(CONNECT.toMillis());
        client.setIdleTimeout(WHOLE.toMillis());
        client.setSocketAddressResolver(new Checked(addresses));
        client.setName("sign-on");
        requests = new JettyClientHttpRequestFactory(client);
        requests.setReadTimeout(WHOLE);
    }

    ClientHttpRequestFactory requests() {
        return requests;
    }

    /** Answers that are larger than any of this kind end in an error. */
    static ClientHttpResponse atMost(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        return new Shortened(execution.execute(request, body));
    }

    @Override
    public void close() {
        LifeCycle.stop(client);
    }

    /** What the name service says is looked at before anybody connects there. */
    private record Checked(OutsideAddresses addresses) implements SocketAddressResolver {
        @Override
        public void resolve(
                String host,
                int port,
                Map<String, Object> context,
                Promise<List<InetSocketAddress>> promise) {
            try {
                URI address = new URI("https", null, host, port, null, null, null);
                List<InetAddress> found = addresses.resolve(address);
                if (found.isEmpty()) {
                    promise.failed(new UnknownHostException("not to be spoken to"));
                } else {
                    promise.succeeded(
                            found.stream().map(one -> new InetSocketAddress(one, port)).toList());
                }
            } catch (UnknownHostException | URISyntaxException e) {
                promise.failed(e);
            }
        }
    }

    private record Shortened(ClientHttpResponse whole) implements ClientHttpResponse {
        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return whole.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return whole.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return whole.getHeaders();
        }

        @Override
        public InputStream getBody() throws IOException {
            return new Counted(whole.getBody());
        }

        @Override
        public void close() {
            whole.close();
        }
    }

    private static final class Counted extends FilterInputStream {
        private long left = MOST_OCTETS;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int octets = super.read(into, from, most);
            count(Math.max(0, octets));
            return octets;
        }

        private void count(int octets) throws IOException {
            left -= octets;
            if (left < 0) {
                throw new IOException("the answer has more than " + MOST_OCTETS + " octets");
            }
        }
    }
}
