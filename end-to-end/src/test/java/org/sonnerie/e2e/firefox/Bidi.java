package org.sonnerie.e2e.firefox;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The commands, answers and events of WebDriver BiDi (W3C Working Draft) on one WebSocket, one
 * command at a time. Thread safe.
 */
final class Bidi implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final Gson GSON = new Gson();

    private final Map<Integer, CompletableFuture<JsonObject>> open = new ConcurrentHashMap<>();
    private final Consumer<JsonObject> events;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private int last;

    private Bidi(URI address, Consumer<JsonObject> events) {
        this.events = events;
        socket = http.newWebSocketBuilder().buildAsync(address, new Reader()).join();
    }

    /**
     * Connects.
     *
     * @param address of the browser's session end point
     * @param events gets each event whole, on the connection's thread
     * @return to be closed
     */
    static Bidi connect(URI address, Consumer<JsonObject> events) {
        return new Bidi(address, events);
    }

    /**
     * Has a command done.
     *
     * @param method such as {@code browsingContext.navigate}
     * @param parameters of the command
     * @return its result
     * @throws Refused if the browser answers with an error
     */
    synchronized JsonObject send(String method, Map<String, ?> parameters) {
        int id = ++last;
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        open.put(id, answer);
        String command = GSON.toJson(Map.of("id", id, "method", method, "params", parameters));
        try {
            socket.sendText(command, true).join();
            return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw new AssertionError("no answer to " + command, e);
        } finally {
            open.remove(id);
        }
    }

    private void received(JsonObject message) {
        switch (message.get("type").getAsString()) {
            case "event" -> events.accept(message);
            case "success" -> answer(message).complete(message.getAsJsonObject("result"));
            case "error" -> answer(message).completeExceptionally(Refused.read(message));
            default -> throw new IllegalStateException("neither answer nor event: " + message);
        }
    }

    /** Of the command it belongs to; one that came too late goes nowhere. */
    private CompletableFuture<JsonObject> answer(JsonObject message) {
        CompletableFuture<JsonObject> waiting =
                message.get("id").isJsonNull() ? null : open.get(message.get("id").getAsInt());
        return waiting == null ? new CompletableFuture<>() : waiting;
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    /** The browser will not, or cannot any more. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Refused(String error, String message) {
            super(error + ": " + message);
        }

        private static Refused read(JsonObject answer) {
            return new Refused(
                    answer.get("error").getAsString(), answer.get("message").getAsString());
        }
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
