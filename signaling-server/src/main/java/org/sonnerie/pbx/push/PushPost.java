package org.sonnerie.pbx.push;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands messages to push services (RFC 8030). Blocks for up to 5 s. Thread safe. */
final class PushPost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PushPost.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final VapidKey key;
    private final Endpoints endpoints;
    private final InstantSource clock;

    PushPost(VapidKey key, Endpoints endpoints, InstantSource clock) {
        this.key = key;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** What became of a message. */
    enum Outcome {
        /** The push service has it. */
        TAKEN,
        /** It does not know the browser any more. */
        OVER,
        /** It may take it later. */
        FAILED
    }

    /**
     * A message.
     *
     * @param json what the browser's worker reads
     * @param topic a later one of the same topic takes the place of one that still waits: at most
     *     32 characters of base64url
     * @param keptFor how long the push service keeps it for a browser that is away
     */
    record Message(String json, String topic, Duration keptFor) {}

    /** Hands one over. */
    Outcome send(Subscription to, Message message) {
        Optional<BrowserKeys> keys = BrowserKeys.read(to.p256dh(), to.auth());
        if (keys.isEmpty()) {
            return Outcome.OVER;
        }
        if (!endpoints.leadsOut(to.endpoint())) {
            LOG.warn("person={} a push service is not outside, or unknown", to.person());
            return Outcome.FAILED;
        }
        byte[] body = PushSeal.close(message.json().getBytes(StandardCharsets.UTF_8), keys.get());
        HttpRequest request =
                HttpRequest.newBuilder(to.endpoint())
                        .timeout(PATIENCE)
                        .header("TTL", String.valueOf(message.keptFor().toSeconds()))
                        .header("Urgency", "high")
                        .header("Topic", message.topic())
                        .header("Content-Encoding", "aes128gcm")
                        .header("Content-Type", "application/octet-stream")
                        .header("Authorization", key.authorization(to.endpoint(), clock.instant()))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        return send(to, request);
    }

    private Outcome send(Subscription to, HttpRequest request) {
        try {
            int status = client.sendAsync(request, BodyHandlers.discarding()).join().statusCode();
            if (status >= OK && status < REDIRECT) {
                return Outcome.TAKEN;
            }
            LOG.info("person={} a push service answers {}", to.person(), status);
            return status == NOT_FOUND || status == GONE ? Outcome.OVER : Outcome.FAILED;
        } catch (CompletionException e) {
            // Its message may name the endpoint.
            String kind = Objects.requireNonNullElse(e.getCause(), e).getClass().getName();
            LOG.info("person={} a push service is away: {}", to.person(), kind);
            return Outcome.FAILED;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
