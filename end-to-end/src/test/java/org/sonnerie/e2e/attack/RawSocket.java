package org.sonnerie.e2e.attack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A WebSocket that says anything and remembers what it was told. */
public final class RawSocket implements WebSocket.Listener {
    /** The close code while it is open. */
    public static final int OPEN = 0;

    /** The close code when the connection broke without one. */
    public static final int BROKEN = 1006;

    private static final long LIMIT_NANOS = 20_000_000_000L;

    private final List<String> messages = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private @Nullable WebSocket socket;
    private int refusedWith;
    private int closeCode = OPEN;

    private RawSocket() {}

    static RawSocket open(HttpClient http, URI uri, String origin) {
        RawSocket raw = new RawSocket();
        WebSocket.Builder builder = http.newWebSocketBuilder();
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        try {
            raw.socket = builder.buildAsync(uri, raw).join();
        } catch (CompletionException e) {
            raw.refusedWith =
                    e.getCause() instanceof WebSocketHandshakeException refused
                            ? refused.getResponse().statusCode()
                            : BROKEN;
        }
        return raw;
    }

    /**
     * The HTTP status that refused it.
     *
     * @return 0 if it was opened
     */
    public int refusedWith() {
        return refusedWith;
    }

    /**
     * Says a text frame.
     *
     * @param text anything
     */
    public void send(String text) {
        WebSocket open = socket;
        if (open == null) {
            throw new IllegalStateException("refused with " + refusedWith);
        }
        try {
            open.sendText(text, true).join();
        } catch (CompletionException e) {
            // Closed by the other side meanwhile; its code tells why.
        }
    }

    /**
     * Waits for a message.
     *
     * @param containing a part of it
     * @return the first such one
     */
    public synchronized String await(String containing) {
        await(containing, () -> count(containing) > 0);
        return messages.stream().filter(m -> m.contains(containing)).findFirst().orElseThrow();
    }

    /**
     * Waits until the other side closes it.
     *
     * @return the close code
     */
    public synchronized int awaitClosed() {
        await("close", () -> closeCode != OPEN);
        return closeCode;
    }

    private synchronized void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT_NANOS;
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError(what + " did not come: " + closeCode + messages);
                }
                wait(100);
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /**
     * How many messages of a kind came.
     *
     * @param containing a part of each
     * @return a count
     */
    public synchronized long count(String containing) {
        return messages.stream().filter(message -> message.contains(containing)).count();
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onText(
            WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            messages.add(part.toString());
            part.setLength(0);
            notifyAll();
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onClose(
            WebSocket webSocket, int statusCode, String reason) {
        closeCode = statusCode;
        notifyAll();
        return null;
    }

    @Override
    public synchronized void onError(WebSocket webSocket, Throwable error) {
        closeCode = closeCode == OPEN ? BROKEN : closeCode;
        notifyAll();
    }
}
