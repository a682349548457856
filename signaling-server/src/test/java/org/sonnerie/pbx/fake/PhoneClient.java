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

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final HttpClient client;
    private final WebSocket socket;

    private PhoneClient(Browser browser, String origin) {
        this(browser, origin, browser.webSocket(), HttpClient.newHttpClient());
    }

    private PhoneClient(Browser browser, String origin, URI address, HttpClient client) {
        this.client = client;
        WebSocket.Builder builder =
                client.newWebSocketBuilder().header("Cookie", browser.cookieHeader());
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        socket = builder.buildAsync(address, new Ear()).join();
    }

    public static PhoneClient open(Browser browser) {
        return new PhoneClient(browser, browser.origin());
    }

    /** Opens by HTTPS, whatever its certificate, says hello and waits for the welcome. */
    public static PhoneClient secured(Browser browser, int port) {
        HttpClient client = HttpClient.newBuilder().sslContext(TlsLine.trustingAll()).build();
        String host = "localhost:" + port;
        return new PhoneClient(
                        browser, "https://" + host, URI.create("wss://" + host + "/ws"), client)
                .greeted(browser);
    }

    /** Tries to open from another page. */
    public static int refusal(Browser browser, String origin) {
        try (PhoneClient opened = new PhoneClient(browser, origin)) {
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
        return open(browser).greeted(browser);
    }

    private PhoneClient greeted(Browser browser) {
        send("{\"type\":\"hello\",\"id\":1,\"ticket\":\"" + browser.ticket() + "\"}");
        await("welcome");
        return this;
    }

    public void send(String frame) {
        socket.sendText(frame, true).join();
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
        try {
            for (String frame = poll(); frame != null; frame = poll()) {
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

    private @Nullable String poll() throws InterruptedException {
        return frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                frames.add(text.toString());
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
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
