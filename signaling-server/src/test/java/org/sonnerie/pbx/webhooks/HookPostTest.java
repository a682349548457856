package org.sonnerie.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.config.OutsideAddresses;
import org.sonnerie.pbx.config.WebhookSettings;
import org.sonnerie.pbx.webhooks.Attempt.Answer;
import org.sonnerie.pbx.webhooks.Attempt.Outcome;

/** What is sent to a host, and what any answer of its may do. */
class HookPostTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final HookSecret SECRET = HookSecret.fresh();
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final WebhookSettings HERE_TOO =
            new WebhookSettings(List.of("127.0.0.1"), List.of("127.0.0.1", "crm.example.org"));

    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private static Answer send(URI to, OutsideAddresses.Resolver names, Duration whole) {
        OutsideAddresses addresses = new OutsideAddresses(HERE_TOO, names);
        try (HookPost post =
                new HookPost(
                        addresses,
                        (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        new HookPost.Limits(Duration.ofSeconds(20), whole),
                        InstantSource.fixed(NOW))) {
            return post.send(to, SECRET, "evt_1", "{\"é\":1}");
        }
    }

    private Answer send() {
        return send(URI.create(receiver.address() + "?key=1"), nobody(), Duration.ofMinutes(1));
    }

    private static OutsideAddresses.Resolver nobody() {
        return host -> {
            throw new UnknownHostException(host);
        };
    }

    @Test
    void anEventIsPostedSigned() {
        Answer answer = send();

        String request = receiver.next();
        assertThat(request).startsWith("POST /hook?key=1 HTTP/1.1\r\n");
        assertThat(Receiver.header(request, "host")).isEqualTo("127.0.0.1:" + receiver.port());
        assertThat(Receiver.header(request, "content-type")).isEqualTo("application/json");
        assertThat(Receiver.header(request, "webhook-id")).isEqualTo("evt_1");
        assertThat(Receiver.header(request, "webhook-timestamp")).isEqualTo("1795773600");
        assertThat(Receiver.body(request)).isEqualTo("{\"é\":1}");
        assertThat(Receiver.header(request, "webhook-signature"))
                .isEqualTo(SECRET.sign("evt_1", NOW, "{\"é\":1}"));
        assertThat(answer).isEqualTo(new Answer(Outcome.DELIVERED, OptionalInt.of(204), ""));
    }

    @Test
    void theNameIsAskedForOnceAndTheAddressThatWasLookedAtIsTheOneConnectedTo() {
        AtomicInteger asked = new AtomicInteger();
        // As one who answers the second question otherwise (DNS rebinding).
        OutsideAddresses.Resolver names =
                _ ->
                        new InetAddress[] {
                            asked.incrementAndGet() == 1 ? HERE : InetAddress.ofLiteral("10.0.0.1")
                        };
        URI to = URI.create("http://crm.example.org:" + receiver.port() + "/hook");

        assertThat(send(to, names, Duration.ofMinutes(1)).outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(asked).hasValue(1);
        assertThat(Receiver.header(receiver.next(), "host"))
                .isEqualTo("crm.example.org:" + receiver.port());
        assertThat(send(to, names, Duration.ofMinutes(1)).outcome()).isEqualTo(Outcome.NOT_PUBLIC);
        assertThat(receiver.all()).as("nothing more came").isEmpty();
    }

    @Test
    void aRedirectIsARefusalAndNobodyFollowsIt() {
        try (Receiver other = new Receiver()) {
            receiver.answers(
                    "HTTP/1.1 307 Temporary Redirect\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                            .formatted(other.address()));

            assertThat(send()).isEqualTo(new Answer(Outcome.REFUSED, OptionalInt.of(307), ""));
            assertThat(other.all()).isEmpty();
        }
    }

    @Test
    void whatIsAnsweredIsShownInPart() {
        receiver.answers("HTTP/1.1 500 No\r\nContent-Length: 4\r\n\r\nfull and more");
        assertThat(send()).isEqualTo(new Answer(Outcome.REFUSED, OptionalInt.of(500), "full"));

        String chunks = "4\r\nwell\r\n6;a=b\r\n, well\r\n0\r\n\r\n";
        receiver.answers(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunks);
        assertThat(send())
                .isEqualTo(new Answer(Outcome.DELIVERED, OptionalInt.of(200), "well, well"));

        receiver.answers("HTTP/1.0 200 OK\r\n\r\n" + "x".repeat(5_000_000));
        assertThat(send().text()).hasSize(1_024);
        receiver.answers(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n"
                        + "x".repeat(5_000_000));
        assertThat(send().text()).hasSize(1_024);
    }

    @Test
    void whatIsNoHttpIsSaidToBeNone() {
        receiver.answers("220 mail.example.org ESMTP\r\n\r\n");
        assertThat(send()).isEqualTo(Answer.of(Outcome.NO_HTTP));
        receiver.answers("HTTP/1.1 200 OK\r\n" + "X-Long: y\r\n".repeat(100_000));
        assertThat(send()).isEqualTo(Answer.of(Outcome.NO_HTTP));
        receiver.answers("x".repeat(1_000_000));
        assertThat(send()).isEqualTo(Answer.of(Outcome.NO_HTTP));
        receiver.answers("");
        assertThat(send()).isEqualTo(Answer.of(Outcome.NO_HTTP));
    }

    @Test
    void whoeverSaysNothingIsWaitedForNoLongerThanTheLimit() {
        receiver.saysNothing();
        Answer answer = send(URI.create(receiver.address()), nobody(), Duration.ofMillis(200));

        assertThat(answer).isEqualTo(Answer.of(Outcome.TIMED_OUT));
    }

    @Test
    void whoeverIsNotThereOrSpeaksNoTlsIsToldApart() {
        int port = receiver.port();
        receiver.answers("220 mail.example.org ESMTP\r\n\r\n");
        URI secure = URI.create("https://127.0.0.1:" + port + "/");
        assertThat(send(secure, nobody(), Duration.ofSeconds(2)).outcome())
                .isIn(Outcome.NOT_SECURE, Outcome.TIMED_OUT);
        URI unknown = URI.create("https://crm.example.org/");
        assertThat(send(unknown, nobody(), Duration.ofMinutes(1)))
                .isEqualTo(Answer.of(Outcome.NO_ADDRESS));
        receiver.close();
        assertThat(send()).isEqualTo(Answer.of(Outcome.NO_CONNECTION));
    }
}
