package org.sonnerie.e2e.product;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Commands to a browser and what it answers, as numbered JSON messages on one WebSocket, one
 * command at a time: what WebDriver BiDi and the DevTools protocol have in common. Thread safe.
 */
public final class BrowserWire implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final Gson GSON = new Gson();

    private final Map<Integer, CompletableFuture<JsonObject>> open = new ConcurrentHashMap<>();
    private final Consumer<JsonObject> events;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private int last;

    private BrowserWire(URI address, Consumer<JsonObject> events) {
        this.events = events;
        socket = http.newWebSocketBuilder().buildAsync(address, new Reader()).join();
    }

    /**
     * Connects.
     *
     * @param address a WebSocket's
     * @param events gets each message that is no answer, on the connection's thread
     * @return to be closed
     */
    public static BrowserWire connect(URI address, Consumer<JsonObject> events) {
        return new BrowserWire(address, events);
    }

    /**
     * Has a command done.
     *
     * @param command all but its number
     * @return the whole answer
     */
    public synchronized JsonObject ask(Map<String, ?> command) {
        int id = ++last;
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        open.put(id, answer);
        Map<String, Object> numbered = new LinkedHashMap<>(command);
        numbered.put("id", id);
        String text = GSON.toJson(numbered);
        try {
            socket.sendText(text, true).join();
            return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new AssertionError("no answer to " + text, e);
        } finally {
            open.remove(id);
        }
    }

    private void received(JsonObject message) {
        if (!message.has("id") || message.get("id").isJsonNull()) {
            events.accept(message);
            return;
        }
        CompletableFuture<JsonObject> waiting = open.get(message.get("id").getAsInt());
        // An answer that came too late goes nowhere.
        if (waiting != null) {
            waiting.complete(message);
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }

    /** Puts the parts of messages together. */
    private final class Reader implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean end) {
            parts.append(part);
            if (end) {
                JsonObject message = JsonParser.parseString(parts.toString()).getAsJsonObject();
                parts.setLength(0);
                received(message);
            }
            from.request(1);
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            gone(new IllegalStateException("closed by the browser: " + status + " " + reason));
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            gone(error);
        }

        private void gone(Throwable why) {
            open.values().forEach(waiting -> waiting.completeExceptionally(why));
        }
    }
}
