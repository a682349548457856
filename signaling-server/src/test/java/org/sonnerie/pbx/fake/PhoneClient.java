package org.sonnerie.pbx.fake;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone's page without a browser. */
public final class PhoneClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 60;

    /** The ids of what it says by itself begin here. */
    private static final long FIRST_PROBED = 1_000_000;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final HttpClient client;
    private final WebSocket socket;
    private final boolean rings;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

    private PhoneClient(Browser browser, String origin, boolean rings) {
        this(browser, origin, rings, browser.webSocket(), HttpClient.newHttpClient());
    }

    private PhoneClient(
            Browser browser, String origin, boolean rings, URI address, HttpClient client) {
        this.client = client;
        this.rings = rings;
        WebSocket.Builder builder =
                client.newWebSocketBuilder().header("Cookie", browser.cookieHeader());
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        socket = builder.buildAsync(address, new Ear()).join();
    }

    public static PhoneClient open(Browser browser) {
        return new PhoneClient(browser, browser.origin(), false);
    }

    /** Opens by HTTPS, whatever its certificate, says hello and waits for the welcome. */
    public static PhoneClient secured(Browser browser, int port) {
        HttpClient client = HttpClient.newBuilder().sslContext(TlsLine.trustingAll()).build();
        String host = "localhost:" + port;
        URI address = URI.create("wss://" + host + "/ws");
        return welcomed(
                new PhoneClient(browser, "https://" + host, false, address, client), browser);
    }

    /** Tries to open from another page. */
    public static int refusal(Browser browser, String origin) {
        try (PhoneClient opened = new PhoneClient(browser, origin, false)) {
            throw new AssertionError("opened from " + origin + opened.frames);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    /** Opens, says hello and waits for the welcome. */
    public static PhoneClient welcomed(Browser browser) {
        return welcomed(open(browser), browser);
    }

    /** Says by itself, whenever it is asked, that it can ring; the server knows so already. */
    public static PhoneClient ringing(Browser browser) {
        PhoneClient phone = welcomed(new PhoneClient(browser, browser.origin(), true), browser);
        phone.answer(FIRST_PROBED);
        return phone;
    }

    private static PhoneClient welcomed(PhoneClient phone, Browser browser) {
        phone.send("{\"type\":\"hello\",\"id\":1,\"ticket\":\"" + browser.ticket() + "\"}");
        phone.await("welcome");
        return phone;
    }

    public void send(String frame) {
        queued(frame).join();
    }

    /** A WebSocket takes one text after another. */
    private synchronized CompletableFuture<?> queued(String frame) {
        CompletableFuture<?> sent = sending.thenCompose(_ -> socket.sendText(frame, true));
        sending = sent;
        return sent;
    }

    /**
     * Sends one message in frames: a part some times, then a rest. A server that closes at the rest
     * leaves nothing unread, so that TCP delivers its reason instead of a reset.
     */
    public void sendInParts(String part, int times, String rest) {
        for (int i = 0; i < times; i++) {
            socket.sendText(part, false).join();
        }
        socket.sendText(rest, true).join();
    }

    /** Waits for a message of a type; others are passed over. */
    public JsonNode await(String type) {
        return await(message -> message.path("type").asString().equals(type));
    }

    /** Waits for the reply or error to a message. */
    public JsonNode answer(long id) {
        return await(message ->
                message.path("id").asLong() == id
                        && (message.path("type").asString().equals("reply")
                                || message.path("type").asString().equals("error")));
    }

    public JsonNode await(Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            for (String frame = poll(end); frame != null; frame = poll(end)) {
                JsonNode message = JSON.readTree(frame);
                if (wanted.test(message)) {
                    return message;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("nothing came, closed: " + closed.getNow(0));
    }

    /** The code with which the server closed. */
    public int closeCode() {
        try {
            return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("not closed", e);
        }
    }

    /** Breaks the line as a dead network does. */
    public void breakLine() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }

    private @Nullable String poll(long end) throws InterruptedException {
        return frames.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private long nextId = FIRST_PROBED;

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                String frame = text.toString();
                text.setLength(0);
                answerProbe(frame);
                frames.add(frame);
            }
            webSocket.request(1);
            return null;
        }

        private void answerProbe(String frame) {
            JsonNode message = JSON.readTree(frame);
            if (rings && message.path("type").asString("").equals("probe")) {
                var _ =
                        queued(
                                JSON.createObjectNode()
                                        .put("type", "probed")
                                        .put("id", nextId++)
                                        .put("nonce", message.path("nonce").asString())
                                        .put("canRing", true)
                                        .toString());
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(
                WebSocket webSocket, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.complete(1006);
        }
    }
}
