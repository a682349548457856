package org.sonnerie.pbx.webhooks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.sonnerie.pbx.config.OutsideAddresses;
import org.sonnerie.pbx.webhooks.Attempt.Answer;
import org.sonnerie.pbx.webhooks.Attempt.Outcome;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/**
 * Posts events: HTTP/1.1 over a socket of its own, because the address that was looked at must be
 * the one that is connected to, while certificate and {@code Host} are those of the name. Follows
 * no redirect. Blocks for as long as its limits say. Thread safe.
 */
final class HookPost implements AutoCloseable {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** So many addresses of one name are tried. */
    private static final int MOST_ADDRESSES = 3;

    private final OutsideAddresses addresses;
    private final SSLSocketFactory tls;
    private final Limits limits;
    private final InstantSource clock;
    private final SimpleAsyncTaskScheduler deadlines = new SimpleAsyncTaskScheduler();

    /**
     * For how long it waits.
     *
     * @param connect for a connection to one address
     * @param whole for all that follows, to the end of the answer
     */
    record Limits(Duration connect, Duration whole) {
        static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    HookPost(OutsideAddresses addresses, SSLSocketFactory tls, Limits limits, InstantSource clock) {
        this.addresses = addresses;
        this.tls = tls;
        this.limits = limits;
        this.clock = clock;
        deadlines.setVirtualThreads(true);
        deadlines.setThreadNamePrefix("webhook-deadline-");
    }

    /** Posts a body, signed. */
    Answer send(URI to, HookSecret secret, String id, String body) {
        try {
            List<InetAddress> found = addresses.resolve(to);
            return found.isEmpty()
                    ? Answer.of(Outcome.NOT_PUBLIC)
                    : send(to, found, request(to, secret, id, body));
        } catch (UnknownHostException e) {
            return Answer.of(Outcome.NO_ADDRESS);
        }
    }

    private Answer send(URI to, List<InetAddress> found, byte[] request) {
        Answer answer = Answer.of(Outcome.NO_CONNECTION);
        for (InetAddress address : found.stream().limit(MOST_ADDRESSES).toList()) {
            answer = send(to, address, request);
            if (answer.outcome() != Outcome.NO_CONNECTION) {
                return answer;
            }
        }
        return answer;
    }

    private Answer send(URI to, InetAddress address, byte[] request) {
        try (Socket socket = new Socket()) {
            try {
                socket.connect(
                        new InetSocketAddress(address, port(to)),
                        (int) limits.connect().toMillis());
            } catch (IOException e) {
                return Answer.of(Outcome.NO_CONNECTION);
            }
            AtomicBoolean late = new AtomicBoolean();
            var end =
                    deadlines.schedule(
                            () -> end(socket, late),
                            deadlines.getClock().instant().plus(limits.whole()));
            try {
                return exchange(to, socket, request);
            } catch (SSLException e) {
                return Answer.of(late.get() ? Outcome.TIMED_OUT : Outcome.NOT_SECURE);
            } catch (SocketTimeoutException e) {
                return Answer.of(Outcome.TIMED_OUT);
            } catch (IOException e) {
                return Answer.of(late.get() ? Outcome.TIMED_OUT : Outcome.NO_HTTP);
            } finally {
                end.cancel(false);
            }
        } catch (IOException e) {
            // It was closed already.
            return Answer.of(Outcome.NO_CONNECTION);
        }
    }

    /** Whoever reads or writes there meets an exception. */
    private static void end(Socket socket, AtomicBoolean late) {
        late.set(true);
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket could not be closed", e);
        }
    }

    private Answer exchange(URI to, Socket socket, byte[] request) throws IOException {
        socket.setSoTimeout((int) limits.whole().toMillis());
        try (Socket way = isSecure(to) ? secured(to, socket) : socket) {
            OutputStream out = way.getOutputStream();
            out.write(request);
            out.flush();
            return HookAnswer.read(way.getInputStream());
        }
    }

    private SSLSocket secured(URI to, Socket socket) throws IOException {
        SSLSocket way = (SSLSocket) tls.createSocket(socket, bareHost(to), port(to), true);
        SSLParameters parameters = way.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        way.setSSLParameters(parameters);
        way.startHandshake();
        return way;
    }

    private static String bareHost(URI to) {
        String host = to.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static boolean isSecure(URI to) {
        return to.getScheme().toLowerCase(Locale.ROOT).equals("https");
    }

    private static int port(URI to) {
        return to.getPort() > 0 ? to.getPort() : isSecure(to) ? HTTPS : HTTP;
    }

    private byte[] request(URI to, HookSecret secret, String id, String body) {
        Instant now = clock.instant();
        String path = to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
        String host = to.getHost() + (to.getPort() > 0 ? ":" + to.getPort() : "");
        int octets = body.getBytes(StandardCharsets.UTF_8).length;
        String request =
                String.join(
                        "\r\n",
                        "POST " + path + query + " HTTP/1.1",
                        "Host: " + host,
                        "User-Agent: Sonnerie",
                        "Content-Type: application/json",
                        "Content-Length: " + octets,
                        "webhook-id: " + id,
                        "webhook-timestamp: " + now.getEpochSecond(),
                        "webhook-signature: " + secret.sign(id, now, body),
                        "Accept-Encoding: identity",
                        "Connection: close",
                        "",
                        body);
        return request.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        deadlines.close();
    }
}
